package org.mtlbench.methods.epo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Linear programs over the convex weights alpha of K task gradients, with bounds on the gains G
 * alpha: (G alpha)_t is the rate at which loss t falls along -J'alpha. The solver gets the cosines
 * of the gradients and the unknowns alpha_t ||g_t|| relative to the shortest gradient, so that its
 * absolute tolerances hold for gradients of very different length.
 */
final class GainProgram {
  private static final double CONVERGENCE = 1e-10;
  private static final int ULPS = 10;

  /** Coefficients below it count as 0. */
  private static final double CUT_OFF = 1e-14;

  private final double[][] gramian;
  private final double[] norms;
  private final double shortest;
  private final List<LinearConstraint> constraints = new ArrayList<>();

  /**
   * A program without bounds on gains.
   *
   * @param gramian G, K x K
   */
  GainProgram(double[][] gramian) {
    this.gramian = gramian;
    double[] lengths = new double[gramian.length];
    Arrays.setAll(lengths, t -> Math.sqrt(gramian[t][t]));
    shortest = Arrays.stream(lengths).filter(length -> length > 0).min().orElse(1);
    norms = Arrays.stream(lengths).map(length -> length > 0 ? length : shortest).toArray();
    double[] ones = new double[norms.length];
    Arrays.fill(ones, 1);
    constraints.add(new LinearConstraint(perUnknown(ones), Relationship.EQ, 1));
  }

  /** The coefficients of alpha as coefficients of the unknowns. */
  private double[] perUnknown(double[] coefficients) {
    double[] scaled = new double[norms.length];
    Arrays.setAll(scaled, t -> coefficients[t] * (shortest / norms[t]));
    return scaled;
  }

  /** Requires (G alpha)_task to be at least a number. */
  void requireGain(int task, double least) {
    double[] cosines = new double[norms.length];
    Arrays.setAll(cosines, t -> gramian[task][t] / norms[task] / norms[t]);
    constraints.add(
        new LinearConstraint(cosines, Relationship.GEQ, least / norms[task] / shortest));
  }

  /** Requires sum_t coefficients_t alpha_t to be at least a number. */
  void requireSum(double[] coefficients, double least) {
    double[] scaled = perUnknown(coefficients);
    double unit = largest(scaled);
    constraints.add(new LinearConstraint(divided(scaled, unit), Relationship.GEQ, least / unit));
  }

  private static double largest(double[] numbers) {
    double largest = Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    return largest > 0 ? largest : 1;
  }

  private static double[] divided(double[] numbers, double divisor) {
    return Arrays.stream(numbers).map(x -> x / divisor).toArray();
  }

  /**
   * The weights that maximise sum_t coefficients_t alpha_t.
   *
   * @return K weights of at least 0 and of sum 1; empty if no weights meet the bounds
   */
  Optional<double[]> maximise(double[] coefficients) {
    double[] objective = perUnknown(coefficients);
    try {
      double[] unknowns =
          new SimplexSolver(CONVERGENCE, ULPS, CUT_OFF)
              .optimize(
                  new LinearObjectiveFunction(divided(objective, largest(objective)), 0),
                  new LinearConstraintSet(constraints),
                  GoalType.MAXIMIZE,
                  new NonNegativeConstraint(true))
              .getPoint();
      double[] alpha = perUnknown(Arrays.stream(unknowns).map(x -> Math.max(0, x)).toArray());
      double sum = Arrays.stream(alpha).sum();
      return sum > 0 && Double.isFinite(sum) ? Optional.of(divided(alpha, sum)) : Optional.empty();
    } catch (MathIllegalStateException e) {
      return Optional.empty();
    }
  }
}
