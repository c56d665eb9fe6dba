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
import org.mtlbench.engine.catalogue.PluginInfo;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.source.SourceData;
import org.mtlbench.engine.worker.CellRecords;
import org.mtlbench.results.run.EnvironmentRecord;
import org.mtlbench.results.run.MethodRecord;
import org.mtlbench.results.run.MethodRole;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.TaskRecord;

/** Creates the record in {@code run.json}. */
final class RunRecords {
  private RunRecords() {}

  /**
   * Creates the record of a run that starts or resumes.
   *
   * @param earlier earlier record in the folder
   * @param finished ids of the cells with a result; they are kept if the matrix no longer contains
   *     them, unlike unfinished cells
   */
  static RunRecord of(
      Plan plan,
      RunOptions options,
      Map<PluginChoice, SourceData> sources,
      CellPluginInfos plugins,
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
            Machine.java(),
            Machine.os(),
            Machine.cpus(),
            options.device(),
            Machine.engine(),
            Optional.of(options.devices().reason())),
        versions(plan, plugins),
        checksums,
        earlier.map(RunRecord::created).orElseGet(Instant::now),
        plan.cells().get(0).spec().budget(),
        options.command(),
        datasets(plan, earlier),
        methods(plan, plugins, earlier),
        cells(plan, earlier, finished));
  }

  /** The tasks of each dataset in all its configs, including those of kept cells. */
  static Map<String, List<TaskRecord>> datasets(Plan plan, Optional<RunRecord> earlier) {
    Map<String, Map<String, TaskRecord>> tasks = new LinkedHashMap<>();
    plan.datasets().forEach(dataset -> add(tasks, dataset.choice().name(), dataset.tasks()));
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
      Plan plan, CellPluginInfos plugins, Optional<RunRecord> earlier) {
    Map<String, MethodRecord> methods = new LinkedHashMap<>();
    for (PlannedCell cell : plan.cells()) {
      PluginInfo method = plugins.method(cell.spec());
      methods.computeIfAbsent(method.id(), ignored -> method(method.descriptor()));
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

  private static Map<String, String> versions(Plan plan, CellPluginInfos plugins) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("mtlbench", Machine.program());
    Machine.revision().ifPresent(revision -> versions.put("git", revision));
    for (PlannedCell cell : plan.cells()) {
      plugins.of(cell).forEach(plugin -> versions.put(plugin.id(), plugin.origin().toString()));
    }
    return versions;
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
