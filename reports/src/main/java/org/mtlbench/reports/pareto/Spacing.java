package org.mtlbench.reports.pareto;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/** The spacing of a front (Schott 1995): how evenly its points are distributed. */
public final class Spacing {
  private Spacing() {}

  /**
   * The standard deviation of the distances between each point and its nearest neighbour, in the
   * sum of absolute differences. 0 for equal distances.
   *
   * @param points objectives of each point, on comparable scales
   * @return absent for fewer than two points
   */
  public static OptionalDouble of(List<double[]> points) {
    if (points.size() < 2) {
      return OptionalDouble.empty();
    }
    double[] nearest =
        points.stream()
            .mapToDouble(
                point ->
                    points.stream()
                        .filter(other -> other != point)
                        .mapToDouble(other -> distance(point, other))
                        .min()
                        .orElseThrow())
            .toArray();
    return OptionalDouble.of(StandardDeviation.of(nearest).getAsDouble());
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }
}
