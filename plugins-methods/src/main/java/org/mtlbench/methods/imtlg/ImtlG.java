package org.mtlbench.methods.imtlg;

import java.util.Arrays;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.convex.Cosines;
import org.mtlbench.methods.convex.Spectrum;
import org.mtlbench.methods.convex.Vectors;

/**
 * w = pinv(G) sqrt(diag G), normalised to sum 1. With w_t = y_t / ||g_t|| this is y = pinv(C) 1 on
 * the cosines C, which is accurate for tasks with small gradients too. A task with a zero gradient
 * gets no weight. All weights are equal if there is no such direction, that is if gradients are
 * opposed or the sum is 0.
 */
record ImtlG(TrainingConfig training) implements Aggregation {
  /** Relative size below which a value that should be 0 is a rounding error. */
  private static final double ROUNDING = 1e-6;

  @Override
  public Set<Claim> claims() {
    return Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
  }

  @Override
  public Update aggregate(TaskGradients gradients) {
    Cosines cosines = Cosines.of(gradients.gramian());
    double[] ones = new double[cosines.tasks().length];
    Arrays.fill(ones, 1);
    Spectrum spectrum = Spectrum.of(cosines.matrix());
    double[] reached = spectrum.apply(value -> 1, ones);
    double[] raw = spectrum.apply(value -> 1 / value, ones);
    Arrays.setAll(raw, t -> raw[t] / cosines.norms()[t]);
    double sum = Arrays.stream(raw).sum();
    boolean exists =
        length(reached) > ROUNDING * length(ones) && Math.abs(sum) > ROUNDING * length(raw);
    double[] weights = new double[gradients.tasks()];
    if (exists) {
      Arrays.setAll(raw, t -> raw[t] / sum);
      for (int t = 0; t < raw.length; t++) {
        weights[cosines.tasks()[t]] = raw[t];
      }
    } else {
      Arrays.fill(weights, 1.0 / weights.length);
    }
    return Update.ofTrunk(weights);
  }

  private static double length(double[] x) {
    return Math.sqrt(Vectors.dot(x, x));
  }
}
