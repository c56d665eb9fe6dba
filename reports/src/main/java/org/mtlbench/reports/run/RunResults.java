package org.mtlbench.reports.run;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.results.CellRecord;
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
 */
public record RunResults(RunRecord run, List<Outcome> outcomes, List<String> warnings) {
  /** Makes defensive copies of the lists. */
  public RunResults {
    outcomes = List.copyOf(outcomes);
    warnings = List.copyOf(warnings);
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
        run, outcomes, read.warnings().stream().map(warning -> warning.replace(root, "")).toList());
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
        warnings);
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
