package org.mtlbench.testkit.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Randomness;

/**
 * Gradients of K task losses with respect to P parameters, exactly representable in float32.
 *
 * @param name describes the matrix
 * @param rows J, K arrays of P numbers
 */
public record Jacobian(String name, double[][] rows) {
  /**
   * The matrix [[-4, 1, 1], [6, 1, 1]], for which the tests of TorchJD (Quinton and Rey, arXiv
   * 2406.16232) publish the directions of many methods.
   */
  public static final Jacobian REFERENCE =
      new Jacobian("the reference", new double[][] {{-4, 1, 1}, {6, 1, 1}});

  private static final double[] SCALES = {1e-15, 1e-8, 1, 1e8, 1e15};

  public Jacobian {
    rows = Arrays.stream(rows).map(Jacobian::rounded).toArray(double[][]::new);
  }

  /** The number of tasks, K. */
  public int tasks() {
    return rows.length;
  }

  /** The number of parameters, P. */
  public int parameters() {
    return rows[0].length;
  }

  /** A copy of the rows. */
  @Override
  public double[][] rows() {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** The weighted sum of the rows, P numbers. */
  public double[] combine(double... weights) {
    double[] sum = new double[parameters()];
    for (int k = 0; k < rows.length; k++) {
      for (int p = 0; p < sum.length; p++) {
        sum[p] += weights[k] * rows[k][p];
      }
    }
    return sum;
  }

  /** J d, K numbers: the rate at which each loss falls along -d. */
  public double[] times(double... direction) {
    double[] products = new double[tasks()];
    for (int k = 0; k < rows.length; k++) {
      for (int p = 0; p < direction.length; p++) {
        products[k] += rows[k][p] * direction[p];
      }
    }
    return products;
  }

  /** The length of the longest row. */
  public double longest() {
    return Arrays.stream(rows).mapToDouble(row -> Math.sqrt(dot(row, row))).max().orElse(0);
  }

  /** The same rows in another order. */
  public Jacobian permuted(int... order) {
    return new Jacobian(
        name + ", tasks in the order " + Arrays.toString(order),
        Arrays.stream(order).mapToObj(k -> rows[k]).toArray(double[][]::new));
  }

  /** The rows, each multiplied by its own factor. */
  public Jacobian scaled(String what, double... factors) {
    double[][] scaled = new double[tasks()][];
    Arrays.setAll(scaled, k -> times(rows[k], factors[k]));
    return new Jacobian(name + what, scaled);
  }

  /** The matrix multiplied by a factor. */
  public Jacobian times(String what, double factor) {
    return new Jacobian(
        name + what,
        Arrays.stream(rows)
            .map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
            .toArray(double[][]::new));
  }

  /**
   * Difficult matrices for aggregations, with 1 to 5 tasks, each at scales from 1e-15 to 1e15:
   * those of {@link #shapes}.
   */
  public static List<Jacobian> family() {
    List<Jacobian> all = new ArrayList<>();
    for (Jacobian shape : shapes()) {
      for (double scale : SCALES) {
        all.add(shape.times(" at scale " + scale, scale));
      }
    }
    return all;
  }

  /**
   * Random, rank-deficient, zero, with a zero row, conflicting, opposite, stationary (the zero
   * vector is in the convex hull), parallel, nearly parallel, with fewer parameters than tasks, and
   * with very different lengths, down to 1e-8.
   */
  public static List<Jacobian> shapes() {
    RandomGenerator random = new Randomness(17).stream("jacobians");
    List<Jacobian> shapes = new ArrayList<>();
    shapes.add(REFERENCE);
    for (int tasks = 1; tasks <= 5; tasks++) {
      shapes.add(new Jacobian(tasks + " random tasks", random(tasks, 8, random)));
    }
    shapes.add(new Jacobian("more tasks than parameters", random(4, 2, random)));
    shapes.add(new Jacobian("one parameter", random(3, 1, random)));
    shapes.add(new Jacobian("all zero", new double[3][6]));
    double[][] one = random(3, 6, random);
    one[1] = new double[6];
    shapes.add(new Jacobian("one task at its optimum", one));
    double[][] twice = random(3, 6, random);
    twice[2] = twice[0].clone();
    shapes.add(new Jacobian("two tasks alike", twice));
    double[][] parallel = random(3, 6, random);
    parallel[1] = times(parallel[0], 2);
    parallel[2] = times(parallel[0], 0.5);
    shapes.add(new Jacobian("all tasks parallel", parallel));
    double[][] opposite = random(2, 6, random);
    opposite[1] = times(opposite[0], -1);
    shapes.add(new Jacobian("two opposite tasks", opposite));
    double[][] stationary = random(3, 6, random);
    for (int p = 0; p < 6; p++) {
      stationary[2][p] = -(stationary[0][p] + stationary[1][p]);
    }
    shapes.add(new Jacobian("a stationary point of three tasks", stationary));
    double[][] conflicting = random(3, 6, random);
    for (int p = 0; p < 6; p++) {
      conflicting[1][p] -= 2 * conflicting[0][p];
    }
    shapes.add(new Jacobian("conflicting tasks", conflicting));
    double[][] uneven = random(3, 6, random);
    uneven[0] = times(uneven[0], 1e-4);
    uneven[2] = times(uneven[2], 1e4);
    shapes.add(new Jacobian("tasks of very different lengths", uneven));
    for (int tasks = 2; tasks <= 4; tasks++) {
      double[][] small = random(tasks, 6, random);
      small[0] = times(small[0], 1e-6);
      shapes.add(new Jacobian("one of " + tasks + " tasks at 1e-6 of the others' length", small));
    }
    double[][] against = random(3, 6, random);
    for (int p = 0; p < 6; p++) {
      against[0][p] = 1e-6 * (against[0][p] - 2 * against[1][p]);
    }
    shapes.add(new Jacobian("a short gradient against a long one", against));
    double[][] near = random(3, 6, random);
    for (int p = 0; p < 6; p++) {
      near[1][p] = near[0][p] + 1e-4 * near[1][p];
      near[2][p] = near[0][p] + 1e-4 * near[2][p];
    }
    shapes.add(new Jacobian("tasks that are almost alike", near));
    shapes.add(
        new Jacobian(
            "a short gradient at a right angle to a long one",
            new double[][] {{1e-5, 0.5e-5}, {-0.5, 1}}));
    shapes.add(
        new Jacobian("zero inside of the hull", new double[][] {{2, 0}, {-1, 1}, {-1, -1.5}}));
    shapes.addAll(weaklyStationary());
    return shapes;
  }

  /**
   * Matrices that are stationary, but not strongly stationary: the zero vector is a combination of
   * the rows with non-negative weights, but not with positive weights. Some tasks can improve
   * without harming another.
   */
  public static List<Jacobian> weaklyStationary() {
    return List.of(
        new Jacobian(
            "two opposite tasks and a free one",
            new double[][] {{1, 2, 0, 1}, {-1, -2, 0, -1}, {1, 0, 2, 1}}),
        new Jacobian(
            "three tasks at a stationary point and a free one",
            new double[][] {{2, 1, 0}, {-1, 1, 0}, {-1, -2, 0}, {1, 0, 1}}),
        new Jacobian(
            "one task at its optimum and two free ones",
            new double[][] {{0, 0, 0}, {1, 2, 0}, {1, 0, 1}}));
  }

  /** Matrices of independent standard normal numbers, always the same. */
  public static List<Jacobian> random(int count, int tasks, int parameters) {
    RandomGenerator random = new Randomness(23).stream("jacobians");
    List<Jacobian> matrices = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      matrices.add(new Jacobian("random matrix " + n, random(tasks, parameters, random)));
    }
    return matrices;
  }

  private static double[][] random(int tasks, int parameters, RandomGenerator random) {
    double[][] rows = new double[tasks][parameters];
    for (double[] row : rows) {
      Arrays.setAll(row, p -> random.nextGaussian());
    }
    return rows;
  }

  private static double[] times(double[] row, double factor) {
    return Arrays.stream(row).map(x -> x * factor).toArray();
  }

  private static double[] rounded(double[] row) {
    return Arrays.stream(row).map(x -> (float) x).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += a[p] * b[p];
    }
    return sum;
  }

  @Override
  public String toString() {
    return name;
  }
}
