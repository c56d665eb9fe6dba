package org.mtlbench.methods.ours.chebyshev;

import java.util.Arrays;
import org.mtlbench.api.method.StateRegistry;

/**
 * min t subject to H(x, t) = 0 (or at most 0) by an augmented Lagrangian (paper, section III).
 * Multipliers, penalty, t and H are float64 on the host: at the paper's mu of about 1e-8 the update
 * of lambda and the gradient of t vanish in float32.
 */
public final class AugmentedLagrangian {
  private final WeightedChebyshev scalarisation;
  private final Constraint constraint;
  private final double muFactor;
  private final double[] lambda;
  private double mu;

  /**
   * Initialises lambda_i = 1 / (number of constraints), so that lambda sums to 1.
   *
   * @param mu initial penalty, greater than 0
   * @param muFactor factor on mu per iteration, at least 1
   */
  public AugmentedLagrangian(
      WeightedChebyshev scalarisation, Constraint constraint, double mu, double muFactor) {
    this.scalarisation = scalarisation;
    this.constraint = constraint;
    this.mu = mu;
    this.muFactor = muFactor;
    lambda = new double[scalarisation.objectives()];
    Arrays.fill(lambda, 1.0 / lambda.length);
  }

  /**
   * One evaluation.
   *
   * @param loss L_A = t + lambda'H + mu/2 |H|^2, or its inequality form
   * @param constraints H_i
   * @param objectiveWeights dL_A/dL_j: the weights of the objectives in this step's gradient
   * @param slopeOfT dL_A/dt = 1 - sum_i c_i with c_i = lambda_i + mu H_i (clipped at 0 for
   *     inequalities)
   */
  public record Value(
      double loss, double[] constraints, double[] objectiveWeights, double slopeOfT) {}

  /** Evaluates L_A and its derivatives at the given objectives and t. */
  public Value evaluate(double[] objectives, double t) {
    double[] h = scalarisation.values(objectives, t);
    double[] factors = new double[h.length];
    double loss = t;
    for (int i = 0; i < h.length; i++) {
      double shifted = lambda[i] + mu * h[i];
      switch (constraint) {
        case EQUALITY -> {
          factors[i] = shifted;
          loss += lambda[i] * h[i] + 0.5 * mu * h[i] * h[i];
        }
        case INEQUALITY -> {
          factors[i] = Math.max(0, shifted);
          loss += (factors[i] * factors[i] - lambda[i] * lambda[i]) / (2 * mu);
        }
      }
    }
    return new Value(loss, h, scalarisation.pullBack(factors), 1 - Arrays.stream(factors).sum());
  }

  /**
   * Ends an iteration: lambda += mu H (clipped at 0 for inequalities), then mu grows.
   *
   * @param h the H selected for this iteration
   */
  public void endIteration(double[] h) {
    for (int i = 0; i < lambda.length; i++) {
      double moved = lambda[i] + mu * h[i];
      lambda[i] =
          switch (constraint) {
            case EQUALITY -> moved;
            case INEQUALITY -> Math.max(0, moved);
          };
    }
    mu *= muFactor;
  }

  /** The multipliers. */
  public double[] lambda() {
    return lambda.clone();
  }

  /** The penalty. */
  public double mu() {
    return mu;
  }

  /** Registers lambda and mu. */
  public void state(String name, StateRegistry registry) {
    registry.numbers(
        name + "/lambda", lambda::clone, v -> System.arraycopy(v, 0, lambda, 0, lambda.length));
    registry.numbers(name + "/mu", () -> new double[] {mu}, v -> mu = v[0]);
  }
}
