package org.mtlbench.engine.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.Task;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskValues;

/** Converts evaluations to records. */
public final class SplitScores {
  private SplitScores() {}

  static List<String> names(List<Task> tasks) {
    return tasks.stream().map(Task::name).toList();
  }

  /** The metrics of each task; NaN and infinite values are omitted. */
  static Scores scores(List<Task> tasks, double[][] values) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    for (int t = 0; t < tasks.size(); t++) {
      List<Metric> metrics = tasks.get(t).metrics();
      Map<String, Double> ofTask = new LinkedHashMap<>();
      for (int m = 0; m < metrics.size(); m++) {
        ofTask.put(metrics.get(m).info().id(), values[t][m]);
      }
      scores.put(tasks.get(t).name(), ofTask);
    }
    return Scores.ofFinite(scores);
  }

  /** The selection score; empty if it is NaN or infinite. */
  static Optional<Double> selection(EpochReport report) {
    return report.validation().map(EpochReport.Validation::score).filter(Double::isFinite);
  }

  /** Every metric and the loss of each task. */
  public static SplitRecord record(List<Task> tasks, Evaluation evaluation) {
    return new SplitRecord(
        scores(tasks, evaluation.metrics()),
        TaskValues.ofFinite(names(tasks), evaluation.losses()));
  }
}
