package org.mtlbench.methods.upgrad;

import java.util.Arrays;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.QuadraticProgram;

/**
 * The projection of g_i is J'x, where x minimises x'Gx for x_i at least 1 and the others at least 0
 * (the dual; proposition 1 of the paper). Unit gradients in place of the g_i span the same cone, so
 * the programs are formulated with cosines.
 */
record UpGrad(TrainingConfig training) implements Aggregation {
  @Override
  public Set<Claim> claims() {
    return Set.of(
        Claim.NON_CONFLICTING,
        Claim.HOMOGENEOUS,
        Claim.LINEAR_UNDER_SCALING,
        Claim.STRONGLY_STATIONARY);
  }

  @Override
  public Update aggregate(TaskGradients gradients) {
    Cosines cosines = Cosines.of(gradients.gramian());
    double[] weights = new double[gradients.tasks()];
    for (int i = 0; i < cosines.tasks().length; i++) {
      double[] x = projection(i, cosines.matrix());
      for (int j = 0; j < x.length; j++) {
        weights[cosines.tasks()[j]] +=
            x[j] * cosines.norms()[i] / cosines.norms()[j] / gradients.tasks();
      }
    }
    return Update.ofTrunk(weights);
  }

  private static double[] projection(int i, double[][] cosines) {
    double[] opposition = Arrays.stream(cosines[i]).map(cosine -> -cosine).toArray();
    double[] x = QuadraticProgram.nonNegative(cosines, opposition);
    x[i] += 1;
    return x;
  }
}
