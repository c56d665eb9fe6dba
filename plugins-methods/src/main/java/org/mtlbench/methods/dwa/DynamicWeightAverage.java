package org.mtlbench.methods.dwa;

import java.util.Arrays;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.Softmax;

/** Computes weights from the mean losses of the last two epochs. */
final class DynamicWeightAverage implements Weighting {
  private static final double MIN_LOSS = 1e-12;

  private final DwaConfig config;
  // Zeros until an epoch has ended.
  private double[] last;
  private double[] lastButOne;
  private double epochs;

  DynamicWeightAverage(DwaConfig config, int tasks) {
    this.config = config;
    last = new double[tasks];
    lastButOne = new double[tasks];
  }

  @Override
  public TrainingConfig training() {
    return config.training();
  }

  @Override
  public double[] weights(Step step) {
    double[] weights = new double[last.length];
    Arrays.fill(weights, 1);
    if (epochs >= 2) {
      double[] ratios = new double[last.length];
      Arrays.setAll(
          ratios, t -> last[t] / Math.max(lastButOne[t], MIN_LOSS) / config.temperature());
      double[] shares = Softmax.of(ratios);
      Arrays.setAll(weights, t -> shares.length * shares[t]);
    }
    return weights;
  }

  @Override
  public void epochEnd(double[] meanLosses) {
    lastButOne = last;
    last = meanLosses.clone();
    epochs++;
  }

  @Override
  public void state(StateRegistry registry) {
    registry.numbers("losses/last", () -> last.clone(), read -> last = read);
    registry.numbers("losses/last-but-one", () -> lastButOne.clone(), read -> lastButOne = read);
    registry.numbers("losses/epochs", () -> new double[] {epochs}, read -> epochs = read[0]);
  }
}
