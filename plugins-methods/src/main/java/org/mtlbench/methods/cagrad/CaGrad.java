package org.mtlbench.methods.cagrad;

import java.util.Arrays;
import org.mtlbench.methods.convex.Vectors;
import org.mtlbench.spi.method.Aggregation;
import org.mtlbench.spi.method.TaskGradients;
import org.mtlbench.spi.method.Update;
import org.mtlbench.spi.toolbox.training.TrainingConfig;

/** d = J'a with a = 1/K + c ||g_0|| / ||g_w|| w. */
record CaGrad(double c, TrainingConfig training) implements Aggregation {
  /** Of the largest gradient's norm; a shorter g_w has no direction worth the name. */
  private static final double NO_LENGTH = 1e-6;

  @Override
  public Update aggregate(TaskGradients gradients) {
    double[][] gramian = scaled(gradients.gramian());
    int tasks = gramian.length;
    double[] weights = new double[tasks];
    Arrays.fill(weights, 1.0 / tasks);
    double radius = c * Math.sqrt(Vectors.squaredLength(gramian, weights));
    if (radius > 0) {
      double[] w = WorstCase.of(gramian, radius);
      double length = Math.sqrt(Vectors.squaredLength(gramian, w));
      if (length > NO_LENGTH) {
        Arrays.setAll(weights, t -> weights[t] + radius / length * w[t]);
      }
    }
    return Update.ofTrunk(weights);
  }

  /** With 1 as the largest entry: the weights do not depend on the gradients' scale. */
  private static double[][] scaled(double[][] gramian) {
    double largest = 0;
    for (int t = 0; t < gramian.length; t++) {
      largest = Math.max(largest, gramian[t][t]);
    }
    double divisor = largest > 0 ? largest : 1;
    return Arrays.stream(gramian)
        .map(row -> Arrays.stream(row).map(x -> x / divisor).toArray())
        .toArray(double[][]::new);
  }
}
