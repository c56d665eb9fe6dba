package org.mtlbench.methods.descent;

/**
 * Half the sum of a_i (x_i - c_i)^2.
 *
 * @param curvature a, positive
 * @param centre c, the minimum
 */
record Quadratic(double[] curvature, double[] centre) implements Objective {
  @Override
  public double value(double... point) {
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      double distance = point[i] - centre[i];
      sum += curvature[i] * distance * distance / 2;
    }
    return sum;
  }

  @Override
  public double[] gradient(double... point) {
    double[] gradient = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      gradient[i] = curvature[i] * (point[i] - centre[i]);
    }
    return gradient;
  }
}
