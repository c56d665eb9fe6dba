package org.mtlbench.methods;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mtlbench.spi.random.Randomness;
import org.mtlbench.testkit.given.Jacobian;

/**
 * Task gradients drawn at random, some of them in conflict, for conditions that must always hold.
 */
public final class RandomGradients {
  private RandomGradients() {}

  /** 60 matrices of 2 to 6 tasks and 12 parameters, with norms up to ten times apart. */
  public static List<Jacobian> matrices() {
    RandomGenerator random = new Randomness(11).stream("gradients");
    return IntStream.range(0, 60).mapToObj(n -> draw(2 + n % 5, random)).toList();
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
