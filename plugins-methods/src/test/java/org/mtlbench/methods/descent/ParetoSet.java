package org.mtlbench.methods.descent;

/** The Pareto set of the toy problem: a nearly straight line below y = -8.3, x from -7 to 7. */
final class ParetoSet {
  static final double END = 7;

  private static final double LOWEST = -10;
  private static final double HIGHEST = -6;
  private static final double TOLERANCE = 1e-6;

  private ParetoSet() {}

  /**
   * The y of the Pareto stationary point with a given x, by bisection: the weights of the gradients
   * that make their sum 0 in x must make it 0 in y.
   *
   * @param x from -7 to 7
   */
  static double y(double x) {
    double low = LOWEST;
    double high = HIGHEST;
    while (high - low > TOLERANCE) {
      double middle = (low + high) / 2;
      double[] first = ToyLoss.BOTH.get(0).gradient(x, middle);
      double[] second = ToyLoss.BOTH.get(1).gradient(x, middle);
      double slope = first[1] * Math.abs(second[0]) + second[1] * Math.abs(first[0]);
      if (slope > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The distance of a point from the set, measured along each axis. */
  static double distance(double... point) {
    double x = Math.max(-END, Math.min(END, point[0]));
    return Math.max(Math.abs(point[0] - x), Math.abs(point[1] - y(x)));
  }
}
