package org.mtlbench.reports.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.DeltaM;
import org.mtlbench.reports.statistics.Direction;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;

/**
 * Changes against single-task learning. The reference of a row is the mean over seeds of the first
 * row of method {@code stl} on its dataset and architecture; where there is none, on its dataset.
 * There are no changes on datasets whose rows were not trained equally. The reference is taken as
 * known: intervals hold the spread of the row's own seeds alone. The records know accuracy only,
 * which is better when higher.
 */
final class SingleTask {
  private static final String METHOD = "stl";

  private final Rows rows;

  SingleTask(Rows rows) {
    this.rows = rows;
  }

  /** The row that another one is compared with. */
  Optional<SeedGroup> reference(SeedGroup group) {
    String dataset = group.cell().dataset();
    String architecture = group.cell().architecture();
    return rows.first(
            dataset, g -> isKnownReference(g) && architecture.equals(g.cell().architecture()))
        .or(() -> rows.first(dataset, SingleTask::isKnownReference));
  }

  /** Whether a row is single-task learning. */
  static boolean isReference(SeedGroup group) {
    return group.cell().method().equals(METHOD);
  }

  private static boolean isKnownReference(SeedGroup group) {
    return isReference(group) && !group.results().isEmpty();
  }

  /** The relative change of one task in percent, over seeds. */
  Optional<Summary> change(SeedGroup group, String task) {
    return change(group, List.of(task));
  }

  /** The mean relative change of the tasks in percent, over seeds. */
  Optional<Summary> change(SeedGroup group) {
    return change(group, rows.tasks().of(group.cell().dataset()));
  }

  private Optional<Summary> change(SeedGroup group, List<String> tasks) {
    Optional<double[]> reference = reference(group).flatMap(stl -> means(stl, tasks));
    if (tasks.isEmpty()
        || !rows.equalTraining().holds(group.cell().dataset())
        || reference.isEmpty()
        || Arrays.stream(reference.get()).anyMatch(value -> value == 0)) {
      return Optional.empty();
    }
    return group.summary(cell -> change(cell, tasks, reference.get()));
  }

  private static Optional<Double> change(CellRecord cell, List<String> tasks, double[] reference) {
    return values(tasks, task -> Measures.accuracy(task).apply(cell))
        .map(values -> DeltaM.percent(values, reference, directions(tasks.size())));
  }

  static Optional<double[]> means(SeedGroup group, List<String> tasks) {
    return values(tasks, task -> group.summary(Measures.accuracy(task)).map(Summary::mean));
  }

  static Direction[] directions(int tasks) {
    return IntStream.range(0, tasks)
        .mapToObj(task -> Direction.HIGHER_IS_BETTER)
        .toArray(Direction[]::new);
  }

  private static Optional<double[]> values(
      List<String> tasks, Function<String, Optional<Double>> value) {
    double[] values = new double[tasks.size()];
    for (int task = 0; task < values.length; task++) {
      Optional<Double> known = value.apply(tasks.get(task));
      if (known.isEmpty()) {
        return Optional.empty();
      }
      values[task] = known.get();
    }
    return Optional.of(values);
  }
}
