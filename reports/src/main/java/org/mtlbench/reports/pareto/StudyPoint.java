package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * A point of a study: the row of one preference vector. Values are means over the finished seeds.
 *
 * @param group the row
 * @param preference the preference vector
 * @param sr sparsity rate in neuron rows in percent, from 0 to 100
 * @param sparsityObjective L_0 of the final model; absent if it was not recorded
 * @param losses mean loss of each task on the test split
 * @param metrics primary metric of each task on the test split, in its own unit
 * @param validation by which the best point is chosen: the mean of the primary metrics on the
 *     validation split in displayed units, or the mean skill if tasks have different ones; absent
 *     if it is undefined
 * @param test the same on the test split
 */
public record StudyPoint(
    SeedGroup group,
    List<Double> preference,
    double sr,
    OptionalDouble sparsityObjective,
    List<Double> losses,
    List<Double> metrics,
    OptionalDouble validation,
    OptionalDouble test) {
  /** Makes defensive copies of the lists. */
  public StudyPoint {
    preference = List.copyOf(preference);
    losses = List.copyOf(losses);
    metrics = List.copyOf(metrics);
  }

  /** The point of a row; absent without a result, or without a loss or a metric of some task. */
  static Optional<StudyPoint> of(
      SeedGroup group, List<Double> preference, List<TaskRecord> tasks, RunResults results) {
    if (group.results().isEmpty() || tasks.isEmpty()) {
      return Optional.empty();
    }
    List<Double> losses = new ArrayList<>();
    List<Double> metrics = new ArrayList<>();
    for (TaskRecord task : tasks) {
      mean(group, cell -> Measures.testLoss(cell, task.name())).ifPresent(losses::add);
      mean(group, cell -> metric(cell.test(), task)).ifPresent(metrics::add);
    }
    return losses.size() == tasks.size() && metrics.size() == tasks.size()
        ? Optional.of(
            new StudyPoint(
                group,
                preference,
                mean(group, Measures::sr).orElse(0.0),
                optional(mean(group, results::sparsityObjective)),
                losses,
                metrics,
                optional(mean(group, cell -> MeanMetric.of(cell, CellRecord::validation, tasks))),
                optional(mean(group, cell -> MeanMetric.of(cell, CellRecord::test, tasks)))))
        : Optional.empty();
  }

  private static Optional<Double> metric(Optional<SplitRecord> split, TaskRecord task) {
    return split.flatMap(known -> known.scores().find(task.name(), task.primary().id()));
  }

  private static Optional<Double> mean(
      SeedGroup group, Function<CellRecord, Optional<Double>> measure) {
    return group.summary(measure).map(summary -> summary.mean());
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
