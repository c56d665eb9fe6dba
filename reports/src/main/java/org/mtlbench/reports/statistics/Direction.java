package org.mtlbench.reports.statistics;

/** Which way a metric gets better. */
public enum Direction {
  /** Accuracy, for example. */
  HIGHER_IS_BETTER(1),
  /** An error, for example. */
  LOWER_IS_BETTER(-1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /** 1 or -1: what a metric is multiplied by so that higher is better. */
  public int sign() {
    return sign;
  }
}
