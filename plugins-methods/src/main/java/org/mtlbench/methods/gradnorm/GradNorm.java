package org.mtlbench.methods.gradnorm;

import java.util.Arrays;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.HostAdam;

/**
 * Uses the current weights in a step, then updates them with Adam from the gradient norms of the
 * same step and normalises them to sum K.
 */
final class GradNorm implements Weighting {
  /** Keeps weights positive, as the norms of w_t g_t require. */
  private static final double MIN_WEIGHT = 1e-3;

  private static final double MIN_LOSS = 1e-12;

  private final GradNormConfig config;
  private final double[] weights;
  // Zeros before the first step.
  private final double[] firstLosses;
  private final HostAdam adam;

  GradNorm(GradNormConfig config, int tasks) {
    this.config = config;
    weights = new double[tasks];
    Arrays.fill(weights, 1);
    firstLosses = new double[tasks];
    adam = new HostAdam(tasks);
  }

  @Override
  public TrainingConfig training() {
    return config.training();
  }

  /**
   * A forward pass is a third of a training pass; the backward pass runs once per task and once for
   * the sum.
   */
  @Override
  public double relativeCost(int tasks) {
    return (1 + 2.0 * (tasks + 1)) / 3;
  }

  @Override
  public double[] weights(Step step) {
    double[] losses = step.losses();
    if (Arrays.stream(firstLosses).allMatch(loss -> loss == 0)) {
      Arrays.setAll(firstLosses, t -> Math.max(losses[t], MIN_LOSS));
    }
    double[] used = weights.clone();
    adam.step(weights, slope(losses, step.gradientNorms()), config.weightLearningRate());
    Arrays.setAll(weights, t -> Math.max(weights[t], MIN_WEIGHT));
    double sum = Arrays.stream(weights).sum();
    Arrays.setAll(weights, t -> weights[t] * weights.length / sum);
    return used;
  }

  /** d/dw_t of abs(w_t ||g_t|| - target) = ||g_t|| sign(w_t ||g_t|| - target). */
  private double[] slope(double[] losses, double[] norms) {
    int tasks = losses.length;
    double[] weighted = new double[tasks];
    Arrays.setAll(weighted, t -> weights[t] * norms[t]);
    double[] pace = new double[tasks];
    Arrays.setAll(pace, t -> losses[t] / firstLosses[t]);
    double meanNorm = mean(weighted);
    double meanPace = Math.max(mean(pace), MIN_LOSS);
    double[] slope = new double[tasks];
    for (int t = 0; t < tasks; t++) {
      double target = meanNorm * Math.pow(pace[t] / meanPace, config.alpha());
      slope[t] = norms[t] * Math.signum(weighted[t] - target);
    }
    return slope;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  @Override
  public void state(StateRegistry registry) {
    adam.state("task-weights", weights, registry);
    registry.numbers(
        "first-losses",
        firstLosses::clone,
        read -> System.arraycopy(read, 0, firstLosses, 0, firstLosses.length));
  }
}
