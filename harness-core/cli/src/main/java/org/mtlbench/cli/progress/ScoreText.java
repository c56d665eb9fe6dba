package org.mtlbench.cli.progress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskRecord;

/**
 * Formats scores with the metrics of a run's datasets.
 *
 * @param datasets the tasks of each dataset, by its id
 */
record ScoreText(Map<String, List<TaskRecord>> datasets) {
  ScoreText {
    datasets = Map.copyOf(datasets);
  }

  /**
   * Formats the selection score; see {@link org.mtlbench.results.event.Event.EpochEnded}.
   *
   * @param scores scores of the evaluated tasks; all tasks if it is empty
   */
  String selection(String dataset, Scores scores, double value) {
    List<TaskRecord> tasks = evaluated(dataset, scores);
    return shared(tasks.isEmpty() ? tasks(dataset) : tasks)
        .map(metric -> named(metric, metric.higherIsBetter() ? value : -value))
        .orElseGet(() -> String.format(Locale.ROOT, "skill %.3f", value));
  }

  /**
   * The mean of the primary metrics if all evaluated tasks have the same one, otherwise each of
   * them; empty without scores.
   */
  Optional<String> headline(String dataset, Scores scores) {
    List<TaskRecord> tasks = evaluated(dataset, scores);
    if (tasks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        shared(tasks)
            .map(metric -> named(metric, mean(tasks, scores)))
            .orElseGet(
                () ->
                    tasks.stream()
                        .map(
                            task ->
                                task.name() + " " + task.primary().format(primary(task, scores)))
                        .collect(Collectors.joining(", "))));
  }

  private static String named(MetricRecord metric, double value) {
    return metric.phrase() + " " + metric.format(value);
  }

  private List<TaskRecord> tasks(String dataset) {
    return datasets.getOrDefault(dataset, List.of());
  }

  private List<TaskRecord> evaluated(String dataset, Scores scores) {
    return tasks(dataset).stream()
        .filter(task -> scores.find(task.name(), task.primary().id()).isPresent())
        .toList();
  }

  private static double mean(List<TaskRecord> tasks, Scores scores) {
    return tasks.stream().mapToDouble(task -> primary(task, scores)).average().orElseThrow();
  }

  private static double primary(TaskRecord task, Scores scores) {
    return scores.find(task.name(), task.primary().id()).orElseThrow();
  }

  private static Optional<MetricRecord> shared(List<TaskRecord> tasks) {
    List<MetricRecord> metrics = tasks.stream().map(TaskRecord::primary).distinct().toList();
    return metrics.size() == 1 ? Optional.of(metrics.get(0)) : Optional.empty();
  }
}
