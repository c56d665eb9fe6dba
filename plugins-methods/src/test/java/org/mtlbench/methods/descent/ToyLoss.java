package org.mtlbench.methods.descent;

import java.util.List;

/**
 * A loss of the two-loss problem with which CAGrad (Liu et al., NeurIPS 2021), Nash-MTL (Navon et
 * al., ICML 2022) and FAMO (Liu et al., NeurIPS 2023) are illustrated, with the factors of FAMO:
 * L_1 = 0.1 (c_1 f_1 + c_2 g_1) and L_2 = c_1 f_2 + c_2 g_2 of a point (x, y), where
 *
 * <pre>
 * c_1 = max(tanh(y / 2), 0)                             c_2 = max(tanh(-y / 2), 0)
 * f_1 = log max(abs(-(x + 7) / 2 + tanh y), 5e-6) + 6   g_1 = ((x - 7)^2 + 0.1 (y + 8)^2) / 10 - 20
 * f_2 = log max(abs(-(x - 7) / 2 - tanh y), 5e-6) + 6   g_2 = ((x + 7)^2 + 0.1 (y + 8)^2) / 10 - 20
 * </pre>
 *
 * <p>Above y = 0 the losses have steep valleys at x = -5 and x = 5, in which methods may stop; the
 * Pareto set lies below, between the minima of g_1 and g_2. The constants 2.1 and 21 are added to
 * the losses, as FAMO's authors do, so that they are above 0, as weightings by losses and
 * log-losses require; they have no effect on gradients.
 *
 * @param side 1 for the first loss, whose minimum has x = 7; -1 for the second
 * @param factor of the whole loss
 */
record ToyLoss(int side, double factor) implements Objective {
  /** L_1 and L_2. */
  static final List<Objective> BOTH = List.of(new ToyLoss(1, 0.1), new ToyLoss(-1, 1));

  /** The five starting points of Nash-MTL and FAMO. */
  static final List<double[]> STARTS =
      List.of(
          new double[] {-8.5, 7.5},
          new double[] {0, 0},
          new double[] {9, 9},
          new double[] {-7.5, -0.5},
          new double[] {9, -1});

  private static final double OFFSET = 21;
  private static final double MINIMUM_OF_G = -20;
  private static final double MIN_ARGUMENT = 5e-6;

  @Override
  public double value(double... point) {
    return factor * (upper(point[1]) * f(point) + lower(point[1]) * g(point) + OFFSET);
  }

  @Override
  public double[] gradient(double... point) {
    double x = point[0];
    double y = point[1];
    double argument = argument(point);
    double slope = Math.abs(argument) < MIN_ARGUMENT ? 0 : 1 / argument;
    double steepness = 1 / StrictMath.pow(StrictMath.cosh(y / 2), 2) / 2;
    double upperSlope = y >= 0 ? steepness : 0;
    double lowerSlope = y <= 0 ? -steepness : 0;
    double acrossUpper = -slope / 2;
    double acrossLower = (x - 7 * side) / 5;
    double downUpper = side * slope / StrictMath.pow(StrictMath.cosh(y), 2);
    double downLower = (y + 8) / 50;
    return new double[] {
      factor * (upper(y) * acrossUpper + lower(y) * acrossLower),
      factor
          * (upperSlope * f(point)
              + upper(y) * downUpper
              + lowerSlope * g(point)
              + lower(y) * downLower)
    };
  }

  private static double upper(double y) {
    return Math.max(StrictMath.tanh(y / 2), 0);
  }

  private static double lower(double y) {
    return Math.max(StrictMath.tanh(-y / 2), 0);
  }

  /** Zero on the valley of f. */
  private double argument(double... point) {
    return -(point[0] + 7 * side) / 2 + side * StrictMath.tanh(point[1]);
  }

  private double f(double... point) {
    return StrictMath.log(Math.max(Math.abs(argument(point)), MIN_ARGUMENT)) + 6;
  }

  private double g(double... point) {
    double across = point[0] - 7 * side;
    double down = point[1] + 8;
    return (across * across + 0.1 * down * down) / 10 + MINIMUM_OF_G;
  }
}
