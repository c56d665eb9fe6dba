package org.mtlbench.methods.uw;

import java.util.Arrays;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.HostAdam;

/** w_t = 1 / (2 e^{s_t}); s is updated with Adam at the network's learning rate. */
final class UncertaintyWeighting implements Weighting {
  private final TrainingConfig training;
  private final double[] s;
  private final HostAdam adam;

  UncertaintyWeighting(UwConfig config, int tasks) {
    training = config.training();
    s = new double[tasks];
    Arrays.fill(s, config.start());
    adam = new HostAdam(tasks);
  }

  @Override
  public TrainingConfig training() {
    return training;
  }

  @Override
  public double[] weights(Step step) {
    return Arrays.stream(s).map(x -> Math.exp(-x) / 2).toArray();
  }

  /**
   * The derivative of the objective with respect to s_t is (1 - L_t e^{-s_t}) / 2, at the losses
   * before the step.
   */
  @Override
  public void afterStep(Step step) {
    double[] losses = step.losses();
    double[] slope = new double[s.length];
    Arrays.setAll(slope, t -> (1 - losses[t] * Math.exp(-s[t])) / 2);
    adam.step(s, slope, step.learningRate());
  }

  @Override
  public void state(StateRegistry registry) {
    adam.state("log-variances", s, registry);
  }
}
