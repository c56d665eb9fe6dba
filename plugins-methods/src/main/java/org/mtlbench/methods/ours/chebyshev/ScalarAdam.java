package org.mtlbench.methods.ours.chebyshev;

import org.mtlbench.api.method.StateRegistry;

/**
 * The state of Adam for a single float64, the t of the Chebyshev problem. It is updated by {@link
 * AugmentedLagrangian.Epoch} on the device and kept here between epochs.
 */
public final class ScalarAdam {
  static final double BETA_1 = 0.9;
  static final double BETA_2 = 0.999;
  static final double EPS = 1e-8;

  private double first;
  private double second;
  private double steps;

  /** First moment, second moment and number of steps. */
  double[] values() {
    return new double[] {first, second, steps};
  }

  /** Replaces first moment, second moment and number of steps. */
  void set(double first, double second, double steps) {
    this.first = first;
    this.second = second;
    this.steps = steps;
  }

  /** Registers both moments and the step count. */
  public void state(String name, StateRegistry registry) {
    registry.numbers(name, this::values, read -> set(read[0], read[1], read[2]));
  }
}
