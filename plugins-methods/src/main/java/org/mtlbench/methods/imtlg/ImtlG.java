package org.mtlbench.methods.imtlg;

import java.util.Arrays;
import org.mtlbench.methods.convex.Spectrum;
import org.mtlbench.methods.convex.Vectors;
import org.mtlbench.spi.method.Aggregation;
import org.mtlbench.spi.method.TaskGradients;
import org.mtlbench.spi.method.Update;
import org.mtlbench.spi.toolbox.training.TrainingConfig;

/**
 * w = pinv(G) sqrt(diag G) over its sum; equal weights where there is no such direction, that is
 * where gradients are opposed or the sum is 0.
 */
record ImtlG(TrainingConfig training) implements Aggregation {
  /** Shares that rounding alone leaves of what should be 0. */
  private static final double ROUNDING = 1e-6;

  @Override
  public Update aggregate(TaskGradients gradients) {
    double[][] gramian = gradients.gramian();
    double[] norms = new double[gramian.length];
    Arrays.setAll(norms, t -> Math.sqrt(gramian[t][t]));
    Spectrum spectrum = Spectrum.of(gramian);
    double[] reached = spectrum.apply(value -> 1, norms);
    double[] raw = spectrum.apply(value -> 1 / value, norms);
    double sum = Arrays.stream(raw).sum();
    boolean exists =
        length(reached) > ROUNDING * length(norms) && Math.abs(sum) > ROUNDING * length(raw);
    double[] weights = new double[norms.length];
    Arrays.setAll(weights, t -> exists ? raw[t] / sum : 1.0 / weights.length);
    return Update.ofTrunk(weights);
  }

  private static double length(double[] x) {
    return Math.sqrt(Vectors.dot(x, x));
  }
}
