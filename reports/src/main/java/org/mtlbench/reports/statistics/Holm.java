package org.mtlbench.reports.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction for multiple tests (S. Holm, "A simple sequentially rejective
 * multiple test procedure", Scandinavian Journal of Statistics 6, 1979). It controls the
 * family-wise error rate.
 */
public final class Holm {
  private Holm() {}

  /**
   * HolmAdjustment p values: the i-th smallest of m becomes the largest of {@code (m - j + 1) p(j)}
   * over j up to i, at most 1.
   *
   * @param p p values of one family of tests, each 0 to 1; may be empty
   * @return as many, in the same order
   */
  public static double[] adjusted(double... p) {
    List<Integer> ascending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(index -> p[index]))
            .toList();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      int index = ascending.get(rank);
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[index]));
      adjusted[index] = largest;
    }
    return adjusted;
  }
}
