package org.mtlbench.reports.charts;

import java.util.stream.DoubleStream;

/**
 * What an axis shows.
 *
 * @param low its start
 * @param high its end, above the start
 */
record Range(double low, double high) {
  /**
   * From the least to the largest value and a little more.
   *
   * @param values finite, at least one
   * @param least the shortest range
   */
  static Range around(DoubleStream values, double least) {
    double[] all = values.toArray();
    double low = DoubleStream.of(all).min().orElseThrow();
    double high = DoubleStream.of(all).max().orElseThrow();
    double missing = Math.max(0, least - (high - low)) / 2;
    double margin = 0.04 * Math.max(high - low, least);
    return new Range(low - missing - margin, high + missing + margin);
  }

  /** Whether a value lies in it. */
  boolean holds(double value) {
    return value >= low && value <= high;
  }

  /** The part within bounds. */
  Range within(double least, double most) {
    return new Range(Math.max(low, least), Math.min(high, most));
  }
}
