package org.mtlbench.reports.pareto;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * The objectives of a dataset's studies. All studies of a dataset have the same reference point, so
 * that their hypervolumes can be compared.
 *
 * @param sparsity L_0; absent if no point has it
 * @param losses the loss of each task
 * @param sparsityRate the sparsity rate in neuron rows, from 0 to 1, displayed in percent
 * @param metrics the primary metric of each task
 */
public record StudyObjectives(
    Optional<Objective> sparsity,
    List<Objective> losses,
    Objective sparsityRate,
    List<Objective> metrics) {
  private static final double PERCENT = 100;
  // The worst point of a dataset contributes to the hypervolume too.
  private static final BigDecimal MARGIN = new BigDecimal("1.1");
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.UP);

  /** Makes defensive copies of the lists. */
  public StudyObjectives {
    losses = List.copyOf(losses);
    metrics = List.copyOf(metrics);
  }

  /**
   * The objectives. The reference point is, for losses and L_0, 1.1 times the worst value of all
   * points, rounded up to two digits; for metrics the constant predictor's score on the test split,
   * or the worst value if that is unknown; for the sparsity rate 0.
   *
   * @param points the points of all studies of the dataset
   */
  static StudyObjectives of(
      String dataset, List<TaskRecord> tasks, List<StudyPoint> points, RunResults results) {
    List<Objective> losses = new ArrayList<>();
    List<Objective> metrics = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      int task = i;
      losses.add(loss(tasks.get(i).name() + " loss", points, point -> point.losses().get(task)));
      metrics.add(metric(dataset, tasks.get(i), i, points, results));
    }
    List<StudyPoint> known =
        points.stream().filter(point -> point.sparsityObjective().isPresent()).toList();
    return new StudyObjectives(
        known.isEmpty()
            ? Optional.empty()
            : Optional.of(loss("L_0", known, point -> point.sparsityObjective().getAsDouble())),
        losses,
        new Objective("SR", "%", PERCENT, 1, 0, point -> point.sr() / PERCENT),
        metrics);
  }

  private static Objective loss(
      String name, List<StudyPoint> points, ToDoubleFunction<StudyPoint> value) {
    double worst = points.stream().mapToDouble(value).max().orElse(1);
    double reference =
        worst > 0
            ? BigDecimal.valueOf(worst).multiply(MARGIN).round(TWO_DIGITS).doubleValue()
            : worst;
    return new Objective(name, "", 1, 0, reference, value);
  }

  private static Objective metric(
      String dataset, TaskRecord task, int index, List<StudyPoint> points, RunResults results) {
    MetricRecord metric = task.primary();
    ToDoubleFunction<StudyPoint> value = point -> point.metrics().get(index);
    double sign = metric.higherIsBetter() ? 1 : -1;
    double worst =
        sign * points.stream().mapToDouble(p -> sign * value.applyAsDouble(p)).min().orElse(0);
    double constant =
        results
            .constant(dataset, TaskMetric.primary(task))
            .map(displayed -> displayed / metric.scale())
            .orElse(worst);
    return new Objective(
        task.name() + " " + metric.phrase(),
        metric.unit(),
        metric.scale(),
        metric.ideal(),
        constant,
        value);
  }

  /** L_0 and the losses of the tasks. */
  List<Objective> lossesWithSparsity() {
    return Stream.concat(sparsity.stream(), losses.stream()).toList();
  }

  /** Sparsity rate and the primary metrics of the tasks. */
  List<Objective> metricsWithSparsity() {
    return Stream.concat(Stream.of(sparsityRate), metrics.stream()).toList();
  }
}
