package org.mtlbench.datasets.table;

import org.mtlbench.api.dataset.SplitName;

/**
 * Mean and standard deviation of the numbers of a column in the training rows.
 *
 * @param mean 0 if there are no numbers
 * @param deviation of the population; 1 if the numbers do not differ
 */
record Moments(double mean, double deviation) {
  /** Fits the moments, in two passes. */
  static Moments of(double[] values, SplitName[] splits) {
    double sum = 0;
    long count = 0;
    for (int row = 0; row < values.length; row++) {
      if (splits[row] == SplitName.TRAIN && !Double.isNaN(values[row])) {
        sum += values[row];
        count++;
      }
    }
    if (count == 0) {
      return new Moments(0, 1);
    }
    double mean = sum / count;
    double squares = 0;
    for (int row = 0; row < values.length; row++) {
      if (splits[row] == SplitName.TRAIN && !Double.isNaN(values[row])) {
        squares += (values[row] - mean) * (values[row] - mean);
      }
    }
    double deviation = Math.sqrt(squares / count);
    // rounding alone can make the deviation of a constant column positive
    boolean constant = !(deviation > 1e-12 * Math.abs(mean));
    return new Moments(mean, constant ? 1 : deviation);
  }

  double standardise(double value) {
    return (value - mean) / deviation;
  }
}
