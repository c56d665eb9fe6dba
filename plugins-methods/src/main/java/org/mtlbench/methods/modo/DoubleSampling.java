package org.mtlbench.methods.modo;

import java.util.Arrays;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.convex.Simplex;
import org.mtlbench.methods.convex.Vectors;
import org.mtlbench.toolbox.gradient.Gramian;

/** Updates w from two further batches in each step. */
final class DoubleSampling implements Aggregation {
  private final ModoConfig config;
  private double[] w;

  DoubleSampling(ModoConfig config, int tasks) {
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

  @Override
  public Update aggregate(TaskGradients gradients) {
    TaskGradients first = gradients.gradientsOn(FurtherBatch.TRAINING);
    TaskGradients second = gradients.gradientsOn(FurtherBatch.SECOND_TRAINING);
    return Update.ofTrunk(weights(Gramian.of(first.rows(), second.rows())));
  }

  /**
   * Updates w.
   *
   * @param products A, K x K
   * @return a copy of w
   */
  double[] weights(double[][] products) {
    double[] slope = Vectors.times(products, w);
    double[] next = new double[w.length];
    Arrays.setAll(
        next,
        t -> w[t] - config.weightLearningRate() * (slope[t] + config.regularisation() * w[t]));
    w = Simplex.nearest(next);
    return w.clone();
  }

  @Override
  public void state(StateRegistry registry) {
    registry.numbers("task-weights", () -> w.clone(), read -> w = read.clone());
  }
}
