package org.mtlbench.engine.cost;

/**
 * A range for an estimated time.
 *
 * @param low seconds, NaN if unknown
 * @param high seconds, at least {@code low}; NaN if unknown
 */
public record TimeRange(double low, double high) {
  /** The range for a share of the work. */
  public TimeRange times(double share) {
    return new TimeRange(low * share, high * share);
  }
}
