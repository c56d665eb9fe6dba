package org.mtlbench.methods.famo;

import java.util.Arrays;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.HostAdam;
import org.mtlbench.toolbox.weighting.PerTask;
import org.mtlbench.toolbox.weighting.Softmax;

/** Updates xi with Adam along J(xi)' delta, where delta is the decrease of the log-losses. */
final class Famo implements Weighting {
  private static final double MIN_LOSS = 1e-8;

  private final FamoConfig config;
  private final double[] lowerBounds;
  private final double[] xi;
  private final HostAdam adam;

  Famo(FamoConfig config, int tasks) {
    this.config = config;
    lowerBounds = PerTask.orElse(config.lowerBounds(), 0, tasks);
    xi = new double[tasks];
    adam = new HostAdam(tasks);
  }

  @Override
  public TrainingConfig training() {
    return config.training();
  }

  /** A forward pass is a third of a training pass, and this method needs one more. */
  @Override
  public double relativeCost(int tasks) {
    return 4.0 / 3;
  }

  @Override
  public double[] weights(Step step) {
    double[] shares = Softmax.of(xi);
    double[] gaps = gaps(step.losses());
    double[] weights = new double[shares.length];
    Arrays.setAll(weights, t -> shares[t] / gaps[t]);
    double c = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / c).toArray();
  }

  @Override
  public void afterStep(Step step) {
    double[] before = gaps(step.losses());
    double[] after = gaps(step.lossesAfter());
    double[] shares = Softmax.of(xi);
    double[] decrease = new double[xi.length];
    Arrays.setAll(decrease, t -> Math.log(before[t]) - Math.log(after[t]));
    double mean = 0;
    for (int t = 0; t < xi.length; t++) {
      mean += shares[t] * decrease[t];
    }
    double[] gradient = new double[xi.length];
    for (int t = 0; t < xi.length; t++) {
      gradient[t] = shares[t] * (decrease[t] - mean) + config.regularisation() * xi[t];
    }
    adam.step(xi, gradient, config.weightLearningRate());
  }

  private double[] gaps(double[] losses) {
    double[] gaps = new double[losses.length];
    Arrays.setAll(gaps, t -> Math.max(losses[t] - lowerBounds[t], MIN_LOSS));
    return gaps;
  }

  @Override
  public void state(StateRegistry registry) {
    adam.state("xi", xi, registry);
  }
}
