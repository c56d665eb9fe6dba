package org.mtlbench.engine.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.Metric;
import org.mtlbench.api.dataset.Task;
import org.mtlbench.api.method.Evaluation;
import org.mtlbench.results.MetricRecord;
import org.mtlbench.results.Scores;
import org.mtlbench.results.SplitRecord;
import org.mtlbench.results.TaskRecord;
import org.mtlbench.results.TaskValues;

/** Tasks and their evaluations as records hold them; the only place that converts them. */
public final class SplitScores {
  private SplitScores() {}

  static List<String> names(List<Task> tasks) {
    return tasks.stream().map(Task::name).toList();
  }

  /** The tasks of a dataset with their metrics. */
  public static List<TaskRecord> tasks(List<Task> tasks) {
    return tasks.stream().map(SplitScores::task).toList();
  }

  private static TaskRecord task(Task task) {
    String kind =
        switch (task.metric()) {
          case ACCURACY -> " classes";
          case SQUARED_ERROR -> " real numbers";
        };
    return new TaskRecord(
        task.name(),
        task.outputs() + kind,
        task.loss().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        List.of(metric(task.metric())));
  }

  private static MetricRecord metric(Metric metric) {
    return switch (metric) {
      case ACCURACY -> MetricRecord.ACCURACY;
      case SQUARED_ERROR ->
          new MetricRecord(
              "squared-error", "Squared error", "", MetricRecord.Direction.LOWER, 0, false, 1, 4);
    };
  }

  static Scores scores(List<Task> tasks, Evaluation evaluation) {
    return scores(tasks, evaluation.metrics());
  }

  /** The value of each task's metric; those that are NaN or infinite are left out. */
  static Scores scores(List<Task> tasks, double[] values) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    IntStream.range(0, tasks.size())
        .forEach(
            t ->
                scores.put(
                    tasks.get(t).name(), Map.of(metric(tasks.get(t).metric()).id(), values[t])));
    return Scores.ofFinite(scores);
  }

  /** What selection maximises; absent if it is NaN or infinite. */
  static Optional<Double> selection(List<Task> tasks, Evaluation evaluation) {
    return Optional.of(evaluation.score(tasks)).filter(Double::isFinite);
  }

  static SplitRecord record(List<Task> tasks, Evaluation evaluation) {
    return new SplitRecord(
        scores(tasks, evaluation), TaskValues.ofFinite(names(tasks), evaluation.losses()));
  }
}
