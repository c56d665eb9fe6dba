package org.mtlbench.reports.statistics;

/** Whether higher or lower values of a metric are better. */
public enum Direction {
  /** Higher is better, for example accuracy. */
  HIGHER_IS_BETTER(1),
  /** Lower is better, for example an error. */
  LOWER_IS_BETTER(-1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /** 1 or -1: the factor that makes higher values better. */
  public int sign() {
    return sign;
  }
}
