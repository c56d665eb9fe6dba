package org.mtlbench.methods.cagrad;

import java.util.Arrays;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.convex.Vectors;

/** d = J'(1/K + x), where x is the step from the mean gradient computed by {@link WorstCase}. */
record CaGrad(double c, TrainingConfig training) implements Aggregation {
  /**
   * Relative to the mean length of the gradients; a shorter mean gradient is a rounding error of
   * the Gramian.
   */
  private static final double NO_LENGTH = 1e-7;

  @Override
  public Set<Claim> claims() {
    return Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
  }

  @Override
  public Update aggregate(TaskGradients gradients) {
    double[][] gramian = gradients.gramian();
    int tasks = gramian.length;
    double[] weights = new double[tasks];
    Arrays.fill(weights, 1.0 / tasks);
    double length = 0;
    for (int t = 0; t < tasks; t++) {
      length += Math.sqrt(gramian[t][t]) / tasks;
    }
    double mean = Math.sqrt(Vectors.squaredLength(gramian, weights));
    if (c > 0 && mean > NO_LENGTH * length) {
      double[] step = WorstCase.step(gramian, c * mean);
      Arrays.setAll(weights, t -> weights[t] + step[t]);
    }
    return Update.ofTrunk(weights);
  }
}
