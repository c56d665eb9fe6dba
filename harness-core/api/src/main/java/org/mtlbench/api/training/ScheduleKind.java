package org.mtlbench.api.training;

/** The learning-rate schedules that a config can name. */
public enum ScheduleKind {
  /** The rate is multiplied by a factor at regular intervals. */
  STEP,
  /** The rate never changes. */
  CONSTANT,
  /**
   * Half a period of a cosine over the epochs of a phase, without restarts inside it: epoch e of n
   * has the rate {@code start * (1 + cos(pi (e - 1) / n)) / 2} (Loshchilov and Hutter, SGDR, ICLR
   * 2017, with a minimum of 0).
   */
  COSINE
}
