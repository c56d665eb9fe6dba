package org.mtlbench.reports.pareto;

import java.util.List;

/**
 * The eps-nondominance test of Peitz and Dellnitz (2018), which filters points of a stochastic
 * optimisation with a tolerance.
 */
public final class Nondominance {
  private Nondominance() {}

  /**
   * Which points are nondominated. Point i is dominated if there is a point j such that {@code f_i
   * - eps >= f_j} in every objective, and {@code f_i - eps > f_j} in at least one. With eps = 0
   * this is the usual Pareto dominance; the larger eps, the more points are kept. The order of the
   * points does not matter, since the relation is transitive: a dominated point never decides.
   *
   * @param points objectives of each point, all minimised and finite; as many for every point
   * @param eps the tolerance, at least 0, in the units of the objectives
   * @return true for the nondominated points, in order
   */
  public static boolean[] of(List<double[]> points, double eps) {
    if (!(eps >= 0)) {
      throw new IllegalArgumentException("eps: " + eps + ", allowed: at least 0");
    }
    boolean[] kept = new boolean[points.size()];
    for (int i = 0; i < kept.length; i++) {
      double[] point = points.get(i);
      kept[i] = points.stream().noneMatch(other -> dominates(other, point, eps));
    }
    return kept;
  }

  private static boolean dominates(double[] other, double[] point, double eps) {
    boolean better = false;
    for (int i = 0; i < point.length; i++) {
      if (point[i] - eps < other[i]) {
        return false;
      }
      better |= point[i] - eps > other[i];
    }
    return better;
  }
}
