package org.mtlbench.engine.run;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PluginChoice;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.spi.plugin.Plugin;

/** Writes the orders of a run's workers, with where their results will come from. */
final class Orders {
  private final PluginRegistry registry;
  private final RunOptions options;
  private final Map<PluginChoice, SourceData> sources;
  private final CodeChecksum code = new CodeChecksum();

  Orders(PluginRegistry registry, RunOptions options, Map<PluginChoice, SourceData> sources) {
    this.registry = registry;
    this.options = options;
    this.sources = sources;
  }

  WorkOrder of(CellSpec cell) {
    SourceData source = sources.get(cell.dataset());
    return new WorkOrder(
        cell,
        options.out(),
        options.device(0),
        options.slots(),
        options.threads(),
        options.data().root(),
        options.data().cache(),
        options.data().allowUnverified(),
        new FlagsRecord(source.synthetic(), source.unverified(), cell.budget()),
        options.checkpointEvery(),
        origin(cell, source));
  }

  private WorkOrder.Origin origin(CellSpec cell, SourceData source) {
    List<Plugin<?>> plugins =
        List.of(
            registry.datasets().get(cell.dataset().id()),
            registry.architectures().get(cell.architecture().id()),
            registry.methods().get(cell.method().id()));
    SortedMap<String, String> origins = new TreeMap<>();
    plugins.forEach(
        plugin -> origins.put(plugin.descriptor().id(), registry.origin(plugin).toString()));
    return new WorkOrder.Origin(
        Machine.program(), origins, source.checksums(), hash(plugins, source));
  }

  /** Over what makes a result stale: code of plugins, toolbox and worker, tensor engine, data. */
  private String hash(List<Plugin<?>> plugins, SourceData source) {
    StringBuilder all = new StringBuilder(Machine.engine());
    plugins.forEach(plugin -> all.append('\n').append(code.of(plugin.getClass())));
    all.append('\n').append(code.of(Plugin.class));
    all.append('\n').append(code.of(WorkOrder.class));
    new TreeMap<>(source.checksums())
        .forEach((file, sum) -> all.append('\n').append(file).append(' ').append(sum));
    byte[] digest = CodeChecksum.sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 8);
  }
}
