package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Points of a study with similar sparsity rates.
 *
 * @param name {@code SR 20.1 to 26.4 %}
 * @param points sorted by sparsity rate
 */
public record SparsityCluster(String name, List<StudyPoint> points) {
  // In percentage points; the paper's clusters on Cifar10Mnist, all about 29 %, stay one cluster.
  private static final double DEVIATION = 2.5;
  private static final int MAX_CLUSTERS = 5;

  /** Makes a defensive copy of the list. */
  public SparsityCluster {
    points = List.copyOf(points);
  }

  /**
   * Divides points into as few clusters as leave a standard deviation of the sparsity rate of at
   * most 2.5 percentage points within clusters, and at most five.
   */
  static List<SparsityCluster> of(List<StudyPoint> points) {
    List<StudyPoint> left =
        new ArrayList<>(
            points.stream().sorted(Comparator.comparingDouble(StudyPoint::sr)).toList());
    List<SparsityCluster> clusters = new ArrayList<>();
    double[] rates = points.stream().mapToDouble(StudyPoint::sr).toArray();
    for (double[] members : NaturalBreaks.of(rates, DEVIATION, MAX_CLUSTERS)) {
      String low = rate(members[0]);
      String high = rate(members[members.length - 1]);
      List<StudyPoint> own = left.subList(0, members.length);
      clusters.add(
          new SparsityCluster("SR " + (low.equals(high) ? low : low + " to " + high) + " %", own));
      own.clear();
    }
    return clusters;
  }

  private static String rate(double sr) {
    return String.format(Locale.ROOT, "%.1f", sr);
  }
}
