package org.mtlbench.methods.sdmgrad;

import java.util.Arrays;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.convex.Simplex;
import org.mtlbench.methods.convex.Vectors;
import org.mtlbench.toolbox.gradient.Gramian;

/** Updates w with projected SGD from two further batches in each step. */
final class DirectionOriented implements Aggregation {
  private static final double MOMENTUM = 0.5;

  private final SdmGradConfig config;
  private double[] w;

  DirectionOriented(SdmGradConfig config, int tasks) {
    this.config = config;
    w = new double[tasks];
    Arrays.fill(w, 1.0 / tasks);
  }

  @Override
  public TrainingConfig training() {
    return config.training();
  }

  @Override
  public Set<FurtherBatch> furtherBatches() {
    return Set.of(FurtherBatch.TRAINING, FurtherBatch.SECOND_TRAINING);
  }

  /** With lambda above 0 all weights are positive. */
  @Override
  public Set<Claim> claims() {
    return config.lambda() > 0
        ? Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY)
        : Set.of(Claim.HOMOGENEOUS);
  }

  @Override
  public Update aggregate(TaskGradients gradients) {
    TaskGradients first = gradients.gradientsOn(FurtherBatch.TRAINING);
    TaskGradients second = gradients.gradientsOn(FurtherBatch.SECOND_TRAINING);
    return Update.ofTrunk(weights(Gramian.of(first.rows(), second.rows())));
  }

  /**
   * The weights of the step's gradients, and an update of w.
   *
   * @param products A, K x K
   */
  double[] weights(double[][] products) {
    double scale = scale(products);
    if (scale > 0) {
      update(products, scale * scale);
    }
    return Arrays.stream(pulled()).map(x -> x / (1 + config.lambda())).toArray();
  }

  private static double scale(double[][] products) {
    double scale = 0;
    for (int t = 0; t < products.length; t++) {
      scale += Math.sqrt(Math.max(0, products[t][t])) / products.length;
    }
    return scale;
  }

  private void update(double[][] products, double divisor) {
    double[] velocity = new double[w.length];
    for (int iteration = 0; iteration < config.iterations(); iteration++) {
      double[] slope = Vectors.times(products, pulled());
      double[] next = w.clone();
      for (int t = 0; t < next.length; t++) {
        velocity[t] = MOMENTUM * velocity[t] + slope[t] / divisor;
        next[t] -= config.weightLearningRate() * velocity[t];
      }
      w = Simplex.nearest(next);
    }
  }

  /** w + lambda / K. */
  private double[] pulled() {
    return Arrays.stream(w).map(x -> x + config.lambda() / w.length).toArray();
  }

  @Override
  public void state(StateRegistry registry) {
    registry.numbers("task-weights", () -> w.clone(), read -> w = read.clone());
  }
}
