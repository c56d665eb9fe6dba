package org.mtlbench.methods.ours.growl;

import java.util.Arrays;

/**
 * The shape of GrOWL's weights theta_1 >= ... >= theta_n, where theta_1 belongs to the row of
 * largest norm (Zhang et al., "Learning to Share", ICLR 2018; the spike with b1 = 0.8 and b2 = 0.2
 * is the choice of Hotegni et al., IJCNN 2024).
 */
public enum ThetaPattern {
  /** theta_1 = b1 + b2, and theta_i = b2 for i = 2..n. */
  SPIKE {
    @Override
    double weight(int i, int n, double b1, double b2) {
      return i == 1 ? b1 + b2 : b2;
    }
  },

  /** theta_i = b1 + b2 (n - i) / n. */
  LINEAR {
    @Override
    double weight(int i, int n, double b1, double b2) {
      return b1 + b2 * (n - i) / n;
    }
  },

  /** theta_i = b1 + b2 (p - i) for i = 1..p with p = floor(n / 2), and theta_i = b1 beyond p. */
  HALF_LINEAR {
    @Override
    double weight(int i, int n, double b1, double b2) {
      int half = n / 2;
      return i <= half ? b1 + b2 * (half - i) : b1;
    }
  };

  /** The weight of rank i, counted from 1. */
  abstract double weight(int i, int n, double b1, double b2);

  /**
   * The n weights in decreasing order of the row norm they belong to.
   *
   * @param n the number of rows, at least 1
   * @param b1 finite, at least 0
   * @param b2 finite, at least 0
   * @return a new array of length n, non-increasing, no entry negative
   * @throws IllegalArgumentException if an argument is out of range
   */
  public double[] theta(int n, double b1, double b2) {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", but a layer has at least 1 row");
    }
    requireWeight("b1", b1);
    requireWeight("b2", b2);
    double[] theta = new double[n];
    Arrays.setAll(theta, i -> weight(i + 1, n, b1, b2));
    return theta;
  }

  private static void requireWeight(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", but must be a finite number of at least 0");
    }
  }
}
