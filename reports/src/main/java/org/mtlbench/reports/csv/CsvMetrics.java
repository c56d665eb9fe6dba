package org.mtlbench.reports.csv;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.Scores;

/**
 * Every score of a run's cells as CSV, one per line, in the unit of the metric as in the records:
 * {@code id, dataset, architecture, method, label, seed, split, task, metric, value}. The split is
 * {@code validation} or {@code test}, or {@code constant-validation} or {@code constant-test} for
 * the constant predictor.
 */
public final class CsvMetrics {
  private static final List<String> HEADER =
      List.of(
          "id",
          "dataset",
          "architecture",
          "method",
          "label",
          "seed",
          "split",
          "task",
          "metric",
          "value");

  private final List<List<String>> lines = new ArrayList<>(List.of(HEADER));

  private CsvMetrics() {}

  /** Renders the whole file. */
  public static String render(RunResults results) {
    CsvMetrics metrics = new CsvMetrics();
    results.outcomes().stream().flatMap(outcome -> outcome.record().stream()).forEach(metrics::add);
    return CsvLines.of(metrics.lines);
  }

  private void add(CellRecord cell) {
    cell.validation().ifPresent(split -> add(cell, "validation", split.scores()));
    cell.test().ifPresent(split -> add(cell, "test", split.scores()));
    cell.constantPredictor()
        .ifPresent(
            constant -> {
              add(cell, "constant-validation", constant.validation());
              add(cell, "constant-test", constant.test());
            });
  }

  private void add(CellRecord cell, String split, Scores scores) {
    scores
        .byTask()
        .forEach(
            (task, metrics) ->
                metrics.forEach(
                    (metric, value) ->
                        lines.add(
                            List.of(
                                cell.id(),
                                cell.dataset(),
                                cell.architecture(),
                                cell.method(),
                                cell.label(),
                                Long.toString(cell.seed()),
                                split,
                                task,
                                metric,
                                value.toString()))));
  }
}
