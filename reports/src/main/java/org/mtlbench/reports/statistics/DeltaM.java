package org.mtlbench.reports.statistics;

/**
 * The mean relative change of the tasks against single-task learning (Maninis et al., CVPR 2019):
 * {@code (100 / K) sum over tasks of s_t (M_t - B_t) / B_t} in percent, where {@code s_t} is -1 for
 * metrics that are better when lower. <strong>Above 0 is better than single-task learning</strong>;
 * some papers print the opposite sign.
 */
public final class DeltaM {
  private static final double PERCENT = 100;

  private DeltaM() {}

  /**
   * The change in percent.
   *
   * @param values of a method, one for each task, at least one
   * @param reference of single-task learning, as many, none of them 0
   * @param directions of the tasks' metrics, as many
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
