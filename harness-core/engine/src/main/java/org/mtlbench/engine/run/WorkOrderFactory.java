package org.mtlbench.engine.run;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.provenance.CodeClosures;
import org.mtlbench.engine.source.SourceData;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.engine.worker.WorkerMain;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Creates the work orders of a run, each with the provenance of its results. */
final class WorkOrderFactory {
  private final PluginRegistry registry;
  private final RunOptions options;
  private final Map<PluginChoice, SourceData> sources;
  private final CodeChecksum files = new CodeChecksum();
  private final CodeClosures code;

  WorkOrderFactory(
      PluginRegistry registry, RunOptions options, Map<PluginChoice, SourceData> sources) {
    this.registry = registry;
    this.options = options;
    this.sources = sources;
    List<Class<?>> counted =
        new ArrayList<>(
            List.of(Plugin.class, ConfigBinder.class, CellRecord.class, WorkerMain.class));
    Stream.of(
            registry.datasets(), registry.architectures(), registry.backbones(), registry.methods())
        .flatMap(plugins -> plugins.values().stream())
        .forEach(plugin -> counted.add(plugin.getClass()));
    this.code = CodeClosures.of(counted);
  }

  WorkOrder of(CellSpec cell) {
    SourceData source = sources.get(cell.dataset());
    List<Plugin<?>> plugins =
        Configured.plugins(registry, source.dataset(), cell.architecture(), cell.method());
    return new WorkOrder(
        cell,
        options.out(),
        options.device(0),
        options.slots(),
        options.threads(),
        options.data(),
        plugins.stream().map(registry::jar).flatMap(Optional::stream).distinct().toList(),
        new FlagsRecord(source.dataset().facts().synthetic(), source.unverified(), cell.budget()),
        options.checkpointEvery(),
        origin(plugins, source));
  }

  private WorkOrder.Origin origin(List<Plugin<?>> plugins, SourceData source) {
    SortedMap<String, String> origins = new TreeMap<>();
    plugins.forEach(
        plugin ->
            origins.put(
                plugin.descriptor().id(),
                registry.origin(plugin) + ", SHA-256 " + files.of(plugin.getClass())));
    return new WorkOrder.Origin(
        Machine.program(), origins, source.checksums(), hash(plugins, source));
  }

  /**
   * Over what makes a result stale: tensor engine, the code that the cell's plugins and the worker
   * reach, and data.
   */
  private String hash(List<Plugin<?>> plugins, SourceData source) {
    StringBuilder all = new StringBuilder(Machine.engine());
    plugins.forEach(plugin -> all.append('\n').append(code.checksum(plugin.getClass())));
    all.append('\n').append(code.checksum(WorkerMain.class));
    new TreeMap<>(source.checksums())
        .forEach((file, sum) -> all.append('\n').append(file).append(' ').append(sum));
    return Hashing.sha256().hashString(all, StandardCharsets.UTF_8).toString().substring(0, 16);
  }
}
