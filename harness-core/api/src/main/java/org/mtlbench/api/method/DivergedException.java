package org.mtlbench.api.method;

/** Thrown if a loss or parameter is NaN or infinite; the cell ends as diverged. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what for example {@code loss of task left}
   * @param value the value found
   * @param epoch counted from 1
   * @param step counted from 0
   */
  public DivergedException(String what, double value, int epoch, int step) {
    super(what + " became " + value + " in epoch " + epoch + ", step " + step);
  }

  /**
   * Creates the exception for several diverged trainings.
   *
   * @param message for example {@code every learning rate of the search diverged}
   */
  public DivergedException(String message) {
    super(message);
  }
}
