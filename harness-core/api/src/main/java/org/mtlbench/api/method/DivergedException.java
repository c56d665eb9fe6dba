package org.mtlbench.api.method;

/** Thrown when a loss is not finite; the cell ends as diverged. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what for example {@code loss of task left}
   * @param value the value found
   * @param epoch from 1
   * @param step from 0
   */
  public DivergedException(String what, double value, int epoch, int step) {
    super(what + " became " + value + " in epoch " + epoch + ", step " + step);
  }

  /**
   * For a divergence of more than one training.
   *
   * @param message for example {@code every learning rate of the search diverged}
   */
  public DivergedException(String message) {
    super(message);
  }
}
