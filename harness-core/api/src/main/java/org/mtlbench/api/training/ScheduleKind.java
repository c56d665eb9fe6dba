package org.mtlbench.api.training;

/** The learning-rate schedules. */
public enum ScheduleKind {
  /** The rate is multiplied by a factor at regular intervals. */
  STEP,
  /** The rate is constant. */
  CONSTANT,
  /**
   * Half a cosine period over the epochs of a phase, without restarts: epoch e of n has the rate
   * {@code start * (1 + cos(pi (e - 1) / n)) / 2} (Loshchilov and Hutter, SGDR, ICLR 2017, with a
   * minimum of 0).
   */
  COSINE
}
