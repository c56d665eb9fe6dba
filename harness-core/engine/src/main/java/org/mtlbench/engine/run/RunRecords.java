package org.mtlbench.engine.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.source.SourceData;
import org.mtlbench.engine.worker.CellRecords;
import org.mtlbench.engine.worker.SplitScores;
import org.mtlbench.results.run.EnvironmentRecord;
import org.mtlbench.results.run.MethodRecord;
import org.mtlbench.results.run.MethodRole;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.TaskRecord;

/** What {@code run.json} says. */
final class RunRecords {
  private RunRecords() {}

  /**
   * Creates the record of a run that starts or resumes.
   *
   * @param earlier what the folder says so far
   * @param finished ids of the cells with a result; they stay in the run when the matrix no longer
   *     names them, whereas cells that were never finished go
   */
  static RunRecord of(
      Plan plan,
      RunOptions options,
      Map<PluginChoice, SourceData> sources,
      PluginRegistry registry,
      Optional<RunRecord> earlier,
      Set<String> finished) {
    Map<String, String> checksums = new TreeMap<>();
    sources.values().forEach(source -> checksums.putAll(source.checksums()));
    return new RunRecord(
        RunRecord.SCHEMA,
        plan.name(),
        plan.matrix(),
        plan.matrixHash(),
        new EnvironmentRecord(
            Machine.java(), Machine.os(), Machine.cpus(), options.device(), Machine.engine()),
        versions(plan, registry, sources),
        checksums,
        earlier.map(RunRecord::created).orElseGet(Instant::now),
        plan.cells().get(0).spec().budget(),
        options.command(),
        datasets(plan, sources, earlier),
        methods(plan, registry, earlier),
        cells(plan, earlier, finished));
  }

  /** The tasks of each dataset in all its configurations, and those of the cells that stay. */
  static Map<String, List<TaskRecord>> datasets(
      Plan plan, Map<PluginChoice, SourceData> sources, Optional<RunRecord> earlier) {
    Map<String, Map<String, TaskRecord>> tasks = new LinkedHashMap<>();
    plan.cells().stream()
        .map(cell -> cell.spec().dataset())
        .distinct()
        .forEach(
            dataset ->
                add(
                    tasks,
                    dataset.name(),
                    SplitScores.tasks(sources.get(dataset).dataset().facts().tasks())));
    earlier.ifPresent(record -> record.datasets().forEach((id, list) -> add(tasks, id, list)));
    Map<String, List<TaskRecord>> datasets = new LinkedHashMap<>();
    tasks.forEach((id, byName) -> datasets.put(id, List.copyOf(byName.values())));
    return datasets;
  }

  private static void add(
      Map<String, Map<String, TaskRecord>> tasks, String dataset, List<TaskRecord> more) {
    Map<String, TaskRecord> byName =
        tasks.computeIfAbsent(dataset, ignored -> new LinkedHashMap<>());
    more.forEach(task -> byName.putIfAbsent(task.name(), task));
  }

  private static Map<String, MethodRecord> methods(
      Plan plan, PluginRegistry registry, Optional<RunRecord> earlier) {
    Map<String, MethodRecord> methods = new LinkedHashMap<>();
    for (PlannedCell cell : plan.cells()) {
      String id = cell.spec().method().id();
      methods.computeIfAbsent(id, ignored -> method(registry.methods().get(id).descriptor()));
    }
    earlier.ifPresent(record -> record.methods().forEach(methods::putIfAbsent));
    return methods;
  }

  private static MethodRecord method(Descriptor descriptor) {
    Optional<MethodRole> role =
        switch (descriptor.role()) {
          case NONE -> Optional.empty();
          case SINGLE_TASK_BASELINE -> Optional.of(MethodRole.SINGLE_TASK_BASELINE);
          case SCALARISATION -> Optional.of(MethodRole.SCALARISATION);
        };
    return new MethodRecord(descriptor.title(), role, descriptor.preferenceKey());
  }

  private static Map<String, String> versions(
      Plan plan, PluginRegistry registry, Map<PluginChoice, SourceData> sources) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("mtlbench", Machine.program());
    Machine.revision().ifPresent(revision -> versions.put("git", revision));
    for (PlannedCell cell : plan.cells()) {
      CellSpec spec = cell.spec();
      Configured.Dataset<?> dataset = sources.get(spec.dataset()).dataset();
      Configured.plugins(registry, dataset, spec.architecture(), spec.method())
          .forEach(plugin -> add(versions, registry, plugin));
    }
    return versions;
  }

  private static void add(Map<String, String> versions, PluginRegistry registry, Plugin<?> plugin) {
    versions.put(plugin.descriptor().id(), registry.origin(plugin).toString());
  }

  private static List<org.mtlbench.results.run.PlannedCell> cells(
      Plan plan, Optional<RunRecord> earlier, Set<String> finished) {
    Map<String, org.mtlbench.results.run.PlannedCell> cells = new LinkedHashMap<>();
    plan.cells().forEach(cell -> cells.put(cell.spec().id(), CellRecords.planned(cell.spec())));
    earlier.stream()
        .flatMap(record -> record.cells().stream())
        .filter(cell -> finished.contains(cell.id()))
        .forEach(cell -> cells.putIfAbsent(cell.id(), cell));
    return new ArrayList<>(cells.values());
  }
}
