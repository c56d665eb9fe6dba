package org.mtlbench.toolbox.weighting;

import org.mtlbench.api.method.StateRegistry;

/**
 * Adam with PyTorch's semantics, moments 0.9 and 0.999 and eps 1e-8, for float64 numbers on the
 * host, such as learned task weights.
 */
public final class HostAdam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPS = 1e-8;

  private final double[] first;
  private final double[] second;
  private double steps;

  /**
   * Creates the state before the first step.
   *
   * @param n number of values
   */
  public HostAdam(int n) {
    first = new double[n];
    second = new double[n];
  }

  /**
   * Takes one step against a gradient, in place.
   *
   * @param values n numbers
   * @param gradient n numbers, not modified
   */
  public void step(double[] values, double[] gradient, double learningRate) {
    steps++;
    for (int i = 0; i < values.length; i++) {
      first[i] = BETA_1 * first[i] + (1 - BETA_1) * gradient[i];
      second[i] = BETA_2 * second[i] + (1 - BETA_2) * gradient[i] * gradient[i];
      double root = Math.sqrt(second[i] / (1 - Math.pow(BETA_2, steps)));
      values[i] -= learningRate * first[i] / (1 - Math.pow(BETA_1, steps)) / (root + EPS);
    }
  }

  /**
   * Registers the learned numbers, the moments and the step count.
   *
   * @param values the array that is passed to {@link #step}
   */
  public void state(String name, double[] values, StateRegistry registry) {
    register(name, values, registry);
    state(name, registry);
  }

  /** Registers the moments and the step count only. */
  public void state(String name, StateRegistry registry) {
    register(name + ".first-moment", first, registry);
    register(name + ".second-moment", second, registry);
    registry.numbers(name + ".steps", () -> new double[] {steps}, read -> steps = read[0]);
  }

  private static void register(String name, double[] values, StateRegistry registry) {
    registry.numbers(
        name, values::clone, read -> System.arraycopy(read, 0, values, 0, values.length));
  }
}
