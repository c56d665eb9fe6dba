package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The hypervolume indicator (Zitzler and Thiele 1999), computed exactly with the WFG algorithm
 * (While, Bradstreet and Barone 2012): the volume of a set is the sum over its points of the volume
 * that each one adds to those after it.
 */
public final class Hypervolume {
  private Hypervolume() {}

  /**
   * The volume of the space that is dominated by at least one point and bounded by the reference
   * point.
   *
   * @param points objectives of each point, all minimised and finite; points that are not better
   *     than the reference point in every objective add nothing
   * @param reference the reference point, with as many objectives
   * @return at least 0; 0 without points
   */
  public static double of(List<double[]> points, double[] reference) {
    List<double[]> inside =
        points.stream().filter(point -> isInside(point, reference)).map(double[]::clone).toList();
    return volume(nondominated(inside), reference);
  }

  private static boolean isInside(double[] point, double[] reference) {
    if (point.length != reference.length) {
      throw new IllegalArgumentException(
          "point: " + point.length + " objectives, allowed: " + reference.length);
    }
    for (int i = 0; i < point.length; i++) {
      if (!(point[i] < reference[i])) {
        return false;
      }
    }
    return true;
  }

  private static double volume(List<double[]> front, double[] reference) {
    // With the points that are worst in the first objective first, the sets below them shrink fast.
    List<double[]> sorted =
        front.stream().sorted(Comparator.comparingDouble((double[] p) -> -p[0])).toList();
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      double[] point = sorted.get(i);
      List<double[]> limited = new ArrayList<>();
      for (double[] other : sorted.subList(i + 1, sorted.size())) {
        limited.add(worse(point, other));
      }
      double shared = limited.isEmpty() ? 0 : volume(nondominated(limited), reference);
      sum += box(point, reference) - shared;
    }
    return sum;
  }

  private static double box(double[] point, double[] reference) {
    double volume = 1;
    for (int i = 0; i < point.length; i++) {
      volume *= reference[i] - point[i];
    }
    return volume;
  }

  private static double[] worse(double[] a, double[] b) {
    double[] worse = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      worse[i] = Math.max(a[i], b[i]);
    }
    return worse;
  }

  /** The nondominated points, of equal ones the first. */
  private static List<double[]> nondominated(List<double[]> points) {
    List<double[]> kept = new ArrayList<>();
    for (double[] point : points) {
      if (kept.stream().noneMatch(other -> isAtLeastAsGood(other, point))) {
        kept.removeIf(other -> isAtLeastAsGood(point, other));
        kept.add(point);
      }
    }
    return kept;
  }

  private static boolean isAtLeastAsGood(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] > b[i]) {
        return false;
      }
    }
    return true;
  }
}
