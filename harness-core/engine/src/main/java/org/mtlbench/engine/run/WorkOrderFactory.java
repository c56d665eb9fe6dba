package org.mtlbench.engine.run;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.engine.catalogue.PluginInfo;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.provenance.Code;
import org.mtlbench.engine.provenance.CodeClosures;
import org.mtlbench.engine.source.SourceData;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.engine.worker.WorkerMain;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Creates the work orders of a run, each with the provenance of its results. */
final class WorkOrderFactory {
  private final CellPluginInfos plugins;
  private final RunOptions options;
  private final Map<PluginChoice, SourceData> sources;
  private final Map<PluginInfo, Code> implementations = new HashMap<>();
  private final CodeChecksum files = new CodeChecksum();
  private final CodeClosures code;

  WorkOrderFactory(
      CellPluginInfos plugins, RunOptions options, Map<PluginChoice, SourceData> sources)
      throws IOException {
    this.plugins = plugins;
    this.options = options;
    this.sources = sources;
    ClassLoader program = WorkOrderFactory.class.getClassLoader();
    for (PluginInfo plugin : plugins.all()) {
      implementations.put(plugin, implementation(plugin, program));
    }
    List<Code> counted = new ArrayList<>(implementations.values());
    List.of(Plugin.class, ConfigBinder.class, CellRecord.class, WorkerMain.class)
        .forEach(type -> counted.add(Code.of(type)));
    this.code = CodeClosures.of(counted);
  }

  /** The class file of a plugin; no class of a jar is loaded. */
  private static Code implementation(PluginInfo plugin, ClassLoader program) throws IOException {
    return new Code(
        plugin.implementation(),
        plugin.jar().isPresent() ? PluginLoader.resources(plugin.jar().get(), program) : program);
  }

  WorkOrder of(PlannedCell cell) {
    SourceData source = sources.get(cell.spec().dataset());
    List<PluginInfo> made = plugins.of(cell);
    return new WorkOrder(
        cell.spec(),
        options.out(),
        options.device(0),
        options.slots(),
        options.threads(),
        options.data(),
        made.stream().map(PluginInfo::jar).flatMap(Optional::stream).distinct().toList(),
        new FlagsRecord(source.synthetic(), source.unverified(), cell.spec().budget()),
        options.checkpointEvery(),
        options.keepModels(),
        origin(made, source),
        0);
  }

  private WorkOrder.Origin origin(List<PluginInfo> made, SourceData source) {
    SortedMap<String, String> origins = new TreeMap<>();
    made.forEach(
        plugin ->
            origins.put(
                plugin.id(),
                plugin.origin() + ", SHA-256 " + files.of(implementations.get(plugin))));
    return new WorkOrder.Origin(Machine.program(), origins, source.checksums(), hash(made, source));
  }

  /**
   * A hash over everything whose change makes a result outdated: tensor engine, code reachable from
   * the cell's plugins and the worker, and data.
   */
  private String hash(List<PluginInfo> made, SourceData source) {
    StringBuilder all = new StringBuilder(Machine.engine());
    made.forEach(plugin -> all.append('\n').append(code.checksum(implementations.get(plugin))));
    all.append('\n').append(code.checksum(Code.of(WorkerMain.class)));
    new TreeMap<>(source.checksums())
        .forEach((file, sum) -> all.append('\n').append(file).append(' ').append(sum));
    return Hashing.sha256().hashString(all, StandardCharsets.UTF_8).toString().substring(0, 16);
  }
}
