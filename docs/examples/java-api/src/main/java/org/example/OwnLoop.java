package org.example;

import org.mtlbench.methods.upgrad.UpGrad;

/** Two tasks pull a point to (1, 0) and, ten times as hard, to (0, 1). */
public final class OwnLoop {
  public static void main(String[] arguments) {
    double[] x = {3, 2};
    for (int step = 0; step < 200; step++) {
      double[][] gradients = {{x[0] - 1, x[1]}, {10 * x[0], 10 * (x[1] - 1)}};
      double[] weights = UpGrad.weights(gramian(gradients));
      for (int p = 0; p < x.length; p++) {
        x[p] -= 0.1 * (weights[0] * gradients[0][p] + weights[1] * gradients[1][p]);
      }
    }
    System.out.printf("(%.3f, %.3f)%n", x[0], x[1]);
  }

  private static double[][] gramian(double[][] gradients) {
    double[][] gramian = new double[gradients.length][gradients.length];
    for (int s = 0; s < gramian.length; s++) {
      for (int t = 0; t < gramian.length; t++) {
        for (int p = 0; p < gradients[s].length; p++) {
          gramian[s][t] += gradients[s][p] * gradients[t][p];
        }
      }
    }
    return gramian;
  }
}
