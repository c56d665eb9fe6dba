package org.mtlbench.methods.pcgrad;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.convex.Vectors;

/** Gradient surgery on the coefficients of v_i = J'c_i, for which the Gramian suffices. */
record PcGrad(TrainingConfig training) implements Aggregation {
  @Override
  public Set<Claim> claims() {
    return Set.of(Claim.HOMOGENEOUS, Claim.LINEAR_UNDER_SCALING, Claim.STRONGLY_STATIONARY);
  }

  @Override
  public Update aggregate(TaskGradients gradients) {
    double[][] gramian = gradients.gramian();
    RandomGenerator random = gradients.random();
    double[] weights = new double[gramian.length];
    for (int task = 0; task < gramian.length; task++) {
      double[] c = coefficients(task, gramian, Permutation.of(gramian.length, random));
      Arrays.setAll(weights, t -> weights[t] + c[t]);
    }
    return Update.ofTrunk(weights);
  }

  private static double[] coefficients(int task, double[][] gramian, int[] order) {
    double[] c = new double[gramian.length];
    c[task] = 1;
    for (int other : order) {
      double along = Vectors.dot(gramian[other], c);
      if (other != task && along < 0) {
        c[other] -= along / gramian[other][other];
      }
    }
    return c;
  }
}
