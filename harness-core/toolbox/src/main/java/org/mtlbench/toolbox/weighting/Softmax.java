package org.mtlbench.toolbox.weighting;

import java.util.Arrays;

/** The softmax function on host numbers. */
public final class Softmax {
  private Softmax() {}

  /**
   * exp(x_i) / sum_j exp(x_j), computed relative to the maximum to avoid overflow.
   *
   * @param numbers n finite numbers, n at least 1
   * @return n numbers in [0, 1] with sum 1
   */
  public static double[] of(double[] numbers) {
    double largest = Arrays.stream(numbers).max().orElseThrow();
    double[] powers = Arrays.stream(numbers).map(x -> Math.exp(x - largest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(x -> x / sum).toArray();
  }
}
