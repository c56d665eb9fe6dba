package org.mtlbench.methods.imtl;

import java.util.Arrays;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.weighting.HostAdam;

/**
 * The scales e^{s_t} of IMTL-L; s starts at 0 and minimises sum_t e^{s_t} L_t - s_t with Adam at
 * the network's learning rate.
 */
final class LossScales {
  private final double[] s;
  private final HostAdam adam;

  LossScales(int tasks) {
    s = new double[tasks];
    adam = new HostAdam(tasks);
  }

  /** One factor per task. */
  double[] factors() {
    return Arrays.stream(s).map(Math::exp).toArray();
  }

  /** A step along the derivative e^{s_t} L_t - 1. */
  void update(double[] losses, double learningRate) {
    double[] slope = new double[s.length];
    Arrays.setAll(slope, t -> losses[t] * Math.exp(s[t]) - 1);
    adam.step(s, slope, learningRate);
  }

  void state(StateRegistry registry) {
    adam.state("log-scales", s, registry);
  }
}
