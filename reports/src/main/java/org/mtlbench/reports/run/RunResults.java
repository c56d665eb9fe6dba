package org.mtlbench.reports.run;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PlannedCell;
import org.mtlbench.results.RunRecord;
import org.mtlbench.results.SplitRecord;
import org.mtlbench.results.folder.CellsRead;
import org.mtlbench.results.folder.RunFolder;

/**
 * All that a report is made from.
 *
 * @param run the run's record
 * @param outcomes the planned cells in the order of the plan, then cells that are not in it
 * @param warnings a sentence for each file that could not be used
 */
public record RunResults(RunRecord run, List<Outcome> outcomes, List<String> warnings) {
  /** Keeps copies of the lists. */
  public RunResults {
    outcomes = List.copyOf(outcomes);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a folder, also that of a run that is not finished.
   *
   * @throws org.mtlbench.results.SchemaException if a record is in another schema version
   * @throws org.mtlbench.results.CorruptRecordException if there is no usable {@code run.json}
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
   * The constant predictor's test accuracy in percent, by dataset and by task; without what no
   * record knows.
   */
  public Map<String, Map<String, Double>> constantAccuracies() {
    Map<String, Map<String, Double>> accuracies = new LinkedHashMap<>();
    for (CellRecord cell : results()) {
      Measures.constantAccuracies(cell)
          .ifPresent(
              byTask ->
                  byTask.forEach(
                      (task, accuracy) ->
                          accuracies
                              .computeIfAbsent(cell.dataset(), ignored -> new LinkedHashMap<>())
                              .putIfAbsent(task, accuracy)));
    }
    return accuracies;
  }

  /** The tasks of each dataset that has a result, in task order. */
  public Map<String, Set<String>> tasksByDataset() {
    Map<String, Set<String>> tasks = new LinkedHashMap<>();
    for (CellRecord cell : results()) {
      cell.test()
          .map(SplitRecord::accuracy)
          .ifPresent(
              test ->
                  tasks
                      .computeIfAbsent(cell.dataset(), dataset -> new LinkedHashSet<>())
                      .addAll(test.tasks().tasks()));
    }
    return tasks;
  }
}
