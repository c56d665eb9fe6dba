package org.mtlbench.methods;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

/** Random task gradients, some of them conflicting, and vector functions, for property tests. */
public final class RandomGradients {
  private RandomGradients() {}

  /** 60 matrices of 2 to 6 tasks and 12 parameters, with norms up to ten times apart. */
  public static List<Jacobian> matrices() {
    RandomGenerator random = new Randomness(11).stream("gradients");
    return IntStream.range(0, 60).mapToObj(n -> draw(2 + n % 5, random)).toList();
  }

  /**
   * The matrices of {@link #matrices} and {@link Jacobian#family} with linearly independent rows of
   * any lengths, for which methods that solve a system for all tasks have a unique solution.
   */
  public static List<Jacobian> independent() {
    return Stream.concat(matrices().stream(), Jacobian.family().stream())
        .filter(RandomGradients::areIndependent)
        .toList();
  }

  private static boolean areIndependent(Jacobian jacobian) {
    List<double[]> basis = new ArrayList<>();
    for (double[] row : jacobian.rows()) {
      double[] rest = without(row, basis);
      if (!(norm(rest) > 1e-3 * norm(row))) {
        return false;
      }
      double length = norm(rest);
      basis.add(Arrays.stream(rest).map(x -> x / length).toArray());
    }
    return true;
  }

  /** A vector minus its projections on orthonormal vectors. */
  public static double[] without(double[] vector, List<double[]> basis) {
    double[] rest = vector.clone();
    for (double[] unit : basis) {
      double along = dot(rest, unit);
      Arrays.setAll(rest, p -> rest[p] - along * unit[p]);
    }
    return rest;
  }

  /** The sum of the lengths of the weighted rows, the scale of rounding errors of their sum. */
  public static double terms(Jacobian jacobian, double[] weights) {
    double[][] rows = jacobian.rows();
    return IntStream.range(0, rows.length)
        .mapToDouble(t -> Math.abs(weights[t]) * norm(rows[t]))
        .sum();
  }

  /** The weights that a function computes from the Gramian of a Jacobian, as in training. */
  public static double[] weights(Function<double[][], double[]> function, Jacobian jacobian) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return function.apply(GivenGradients.of(jacobian, manager).gramian());
    }
  }

  private static Jacobian draw(int tasks, RandomGenerator random) {
    double[][] rows = new double[tasks][12];
    for (double[] row : rows) {
      double norm = Math.pow(10, random.nextDouble());
      Arrays.setAll(row, p -> norm * random.nextGaussian());
    }
    return new Jacobian(tasks + " random gradients", rows);
  }

  /** x'y. */
  public static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }

  /** The Euclidean norm. */
  public static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }
}
