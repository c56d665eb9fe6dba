package org.mtlbench.api.random;

import java.util.random.RandomGenerator;

/** Random orders of 0..n-1. */
public final class Permutation {
  private Permutation() {}

  /**
   * A uniformly distributed permutation (Fisher-Yates).
   *
   * @param n number of elements, at least 0
   */
  public static int[] of(int n, RandomGenerator random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
