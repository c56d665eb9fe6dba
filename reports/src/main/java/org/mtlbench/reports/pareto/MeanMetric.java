package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * The score by which models are selected, on any split: the mean of the primary metrics if all
 * tasks have the same one, otherwise their mean skill.
 */
public final class MeanMetric {
  private MeanMetric() {}

  /**
   * The score of a cell.
   *
   * @param split the split of which it is
   * @return the mean in displayed units, or the mean skill; absent if it is undefined for a task
   */
  public static Optional<Double> of(
      CellRecord cell, Function<CellRecord, Optional<SplitRecord>> split, List<TaskRecord> tasks) {
    Optional<Scores> scores = split.apply(cell).map(SplitRecord::scores);
    if (scores.isEmpty()) {
      return Optional.empty();
    }
    boolean validation = split.apply(cell).equals(cell.validation());
    List<Double> values = new ArrayList<>();
    for (TaskRecord task : tasks) {
      Optional<Double> value = scores.get().find(task.name(), task.primary().id());
      (shared(tasks) ? value.map(task.primary()::displayed) : skill(cell, task, value, validation))
          .ifPresent(values::add);
    }
    return values.size() == tasks.size()
        ? Optional.of(values.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        : Optional.empty();
  }

  private static Optional<Double> skill(
      CellRecord cell, TaskRecord task, Optional<Double> value, boolean validation) {
    MetricRecord metric = task.primary();
    Optional<Double> constant =
        cell.constantPredictor()
            .flatMap(
                known ->
                    (validation ? known.validation() : known.test())
                        .find(task.name(), metric.id()));
    return constant
        .filter(c -> c != metric.ideal())
        .flatMap(c -> value.map(v -> (v - c) / (metric.ideal() - c)));
  }

  private static boolean shared(List<TaskRecord> tasks) {
    return tasks.stream().map(TaskRecord::primary).distinct().count() == 1;
  }

  /** 1 if higher scores are better, -1 if lower ones are. */
  public static int sign(List<TaskRecord> tasks) {
    return !shared(tasks) || tasks.get(0).primary().higherIsBetter() ? 1 : -1;
  }

  /** The name of the score within a sentence. */
  public static String phrase(List<TaskRecord> tasks) {
    return shared(tasks) ? "mean " + tasks.get(0).primary().phrase() : "mean skill";
  }

  /** A score with its decimals, without its unit. */
  public static String text(List<TaskRecord> tasks, double score) {
    return shared(tasks)
        ? tasks.get(0).primary().number(score)
        : String.format(Locale.ROOT, "%.3f", score);
  }
}
