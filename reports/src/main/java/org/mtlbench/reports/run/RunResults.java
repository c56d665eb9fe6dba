package org.mtlbench.reports.run;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.Measure;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.CellsRead;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.Schema1;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * The input of a report.
 *
 * @param run record of the run
 * @param outcomes the planned cells in the order of the plan, followed by cells that are not in it
 * @param warnings a sentence for each file that could not be read
 * @param sparsityObjectives L_0 of the final model by the id of its cell, of cells whose events
 *     have it
 */
public record RunResults(
    RunRecord run,
    List<Outcome> outcomes,
    List<String> warnings,
    Map<String, Double> sparsityObjectives) {
  /** Makes defensive copies. */
  public RunResults {
    outcomes = List.copyOf(outcomes);
    warnings = List.copyOf(warnings);
    sparsityObjectives = Map.copyOf(sparsityObjectives);
  }

  /**
   * Reads the folder of a run, finished or not.
   *
   * @throws org.mtlbench.results.json.SchemaException if a record is in another schema version
   * @throws org.mtlbench.results.json.CorruptRecordException if there is no usable {@code run.json}
   */
  public static RunResults read(RunFolder folder) throws IOException {
    RunRecord run = folder.readRun();
    CellsRead read = folder.readCells();
    Map<String, CellRecord> left = new LinkedHashMap<>();
    read.cells().forEach(cell -> left.put(cell.id(), cell));
    List<Outcome> outcomes = new ArrayList<>();
    for (PlannedCell cell : run.cells()) {
      outcomes.add(new Outcome(cell, Optional.ofNullable(left.remove(cell.id()))));
    }
    left.values().forEach(cell -> outcomes.add(new Outcome(cell.planned(), Optional.of(cell))));
    String root = folder.root() + File.separator;
    return new RunResults(
        run,
        outcomes,
        read.warnings().stream().map(warning -> warning.replace(root, "")).toList(),
        sparsityObjectives(folder, run, outcomes));
  }

  /**
   * Reads L_0, which is a measure of epochs, for the cells whose preference vector has a component
   * for it.
   */
  private static Map<String, Double> sparsityObjectives(
      RunFolder folder, RunRecord run, List<Outcome> outcomes) throws IOException {
    Map<String, Double> values = new HashMap<>();
    for (Outcome outcome : outcomes) {
      PlannedCell cell = outcome.cell();
      int tasks =
          outcome.result().flatMap(CellRecord::test).map(t -> t.scores().tasks().size()).orElse(0);
      int components =
          run.method(cell.method())
              .preferenceKey()
              .map(key -> cell.config().method().path(key).size())
              .orElse(0);
      if (tasks > 0 && components == tasks + 1) {
        for (Event event : new EventReader(folder.eventFile(cell.id())).readAll().events()) {
          // The selected model is that of the last epoch that was the best so far.
          if (event instanceof Event.EpochEnded epoch && epoch.best()) {
            Measure.SPARSITY_OBJECTIVE
                .find(epoch.measures())
                .ifPresentOrElse(l0 -> values.put(cell.id(), l0), () -> values.remove(cell.id()));
          }
        }
      }
    }
    return values;
  }

  /** L_0 of the final model of a cell; absent if its events do not have it. */
  public Optional<Double> sparsityObjective(CellRecord cell) {
    return Optional.ofNullable(sparsityObjectives.get(cell.id()));
  }

  /** The records of the cells that are done. */
  public List<CellRecord> results() {
    return outcomes.stream().flatMap(outcome -> outcome.result().stream()).toList();
  }

  /**
   * The tasks of each dataset that has a result, in task order: as described in {@code run.json}
   * or, for runs recorded in schema 1, as in the records.
   */
  public Map<String, List<TaskRecord>> tasksByDataset() {
    Map<String, Map<String, TaskRecord>> tasks = new LinkedHashMap<>();
    for (CellRecord cell : results()) {
      Map<String, TaskRecord> known =
          tasks.computeIfAbsent(cell.dataset(), ignored -> new LinkedHashMap<>());
      List<TaskRecord> described = run.datasets().getOrDefault(cell.dataset(), List.of());
      (described.isEmpty() ? Schema1.tasks(cell.test().orElseThrow().scores()) : described)
          .forEach(task -> known.putIfAbsent(task.name(), task));
    }
    Map<String, List<TaskRecord>> lists = new LinkedHashMap<>();
    tasks.forEach((dataset, byName) -> lists.put(dataset, List.copyOf(byName.values())));
    return lists;
  }

  /** The same run restricted to the cells of one dataset. */
  public RunResults of(String dataset) {
    return new RunResults(
        run,
        outcomes.stream().filter(outcome -> outcome.cell().dataset().equals(dataset)).toList(),
        warnings,
        sparsityObjectives);
  }

  /**
   * The score of the constant predictor on the test split of a dataset, in displayed units, if
   * known.
   */
  public Optional<Double> constant(String dataset, TaskMetric score) {
    return results().stream()
        .filter(cell -> cell.dataset().equals(dataset))
        .flatMap(cell -> score.constant(cell).stream())
        .findFirst();
  }

  /** The preference vector of a cell as text: {@code (0.1, 0.9)}; empty if its method has none. */
  public String preference(PlannedCell cell) {
    return SeedGroup.preference(run.method(cell.method()), cell.config().method());
  }
}
