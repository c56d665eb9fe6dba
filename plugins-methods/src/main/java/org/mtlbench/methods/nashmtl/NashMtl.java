package org.mtlbench.methods.nashmtl;

import java.util.Arrays;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.Vectors;

/**
 * With b_t = a_t ||g_t||, the condition G a = 1 / a becomes C b = 1 / b on the cosines of the
 * gradients.
 */
record NashMtl(double maxNorm, TrainingConfig training) implements Aggregation {
  private static final double NO_GAIN = 1e-8;

  @Override
  public Set<Claim> claims() {
    return Set.of(Claim.NON_CONFLICTING);
  }

  @Override
  public Update aggregate(TaskGradients gradients) {
    Cosines cosines = Cosines.of(gradients.gramian());
    double[] weights = new double[gradients.tasks()];
    double[] b = BargainingSolver.of(cosines.matrix());
    double[] gains = Vectors.times(cosines.matrix(), b);
    if (Arrays.stream(gains).allMatch(gain -> gain > NO_GAIN)) {
      double norm = Math.sqrt(Vectors.dot(b, gains));
      double cut = norm > maxNorm ? maxNorm / norm : 1;
      for (int i = 0; i < b.length; i++) {
        weights[cosines.tasks()[i]] = cut * b[i] / cosines.norms()[i];
      }
    }
    return Update.ofTrunk(weights);
  }
}
