package org.mtlbench.methods.ours.chebyshev;

import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.weighting.HostAdam;

/** Adam for a single float64, the t of the Chebyshev problem. */
public final class ScalarAdam {
  private final HostAdam adam = new HostAdam(1);

  /** The value after one step against the gradient. */
  public double step(double value, double gradient, double learningRate) {
    double[] moved = {value};
    adam.step(moved, new double[] {gradient}, learningRate);
    return moved[0];
  }

  /** Registers both moments and the step count. */
  public void state(String name, StateRegistry registry) {
    adam.state(name, registry);
  }
}
