package org.mtlbench.reports.statistics;

import java.util.Optional;
import org.mtlbench.results.score.MetricRecord;

/**
 * The mean relative change of the tasks against single-task learning (Maninis et al., CVPR 2019):
 * {@code (100 / K) sum over tasks of s_t (M_t - B_t) / B_t} in percent, where {@code s_t} is -1 for
 * metrics that are better when lower. <strong>Positive values are better than single-task
 * learning</strong>; some papers use the opposite sign.
 */
public final class DeltaM {
  private static final double PERCENT = 100;

  private DeltaM() {}

  /**
   * The change of one task in percent. For a metric that crosses 0, the change of the distance to
   * the ideal. Absent if the reference, or its distance to the ideal, is 0.
   *
   * @param value value of a method, in displayed units
   * @param reference value of single-task learning, in displayed units
   */
  public static Optional<Double> percent(MetricRecord metric, double value, double reference) {
    double ideal = metric.displayed(metric.ideal());
    boolean distances = metric.crossesZero();
    double own = distances ? Math.abs(ideal - value) : value;
    double other = distances ? Math.abs(ideal - reference) : reference;
    Direction direction =
        metric.higherIsBetter() && !distances
            ? Direction.HIGHER_IS_BETTER
            : Direction.LOWER_IS_BETTER;
    return other == 0
        ? Optional.empty()
        : Optional.of(percent(new double[] {own}, new double[] {other}, direction));
  }

  /**
   * The mean change in percent.
   *
   * @param values values of a method, one per task, at least one
   * @param reference values of single-task learning, as many, none of them 0
   * @param directions directions of the metrics, as many
   */
  public static double percent(double[] values, double[] reference, Direction... directions) {
    if (values.length == 0
        || values.length != reference.length
        || values.length != directions.length) {
      throw new IllegalArgumentException(
          "tasks: "
              + values.length
              + " values, "
              + reference.length
              + " references, "
              + directions.length
              + " directions; at least 1 and as many of each needed");
    }
    double sum = 0;
    for (int task = 0; task < values.length; task++) {
      sum += directions[task].sign() * (values[task] - reference[task]) / reference[task];
    }
    return PERCENT * sum / values.length;
  }
}
