package org.mtlbench.methods.descent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The path of a method from a starting point of the toy problem, reduced to points that are visibly
 * apart.
 *
 * @param method id
 * @param start index in {@link ToyLoss#STARTS}
 * @param points from the start to the end, rounded to two decimals
 */
record Trajectory(String method, int start, List<double[]> points) {
  private static final double MIN_DISTANCE = 0.3;

  /** The trajectory along recorded points. */
  static Trajectory of(String method, int start, List<double[]> recorded) {
    List<double[]> kept = new ArrayList<>();
    kept.add(recorded.get(0));
    for (double[] point : recorded.subList(1, recorded.size() - 1)) {
      if (distance(point, kept.get(kept.size() - 1)) >= MIN_DISTANCE) {
        kept.add(point);
      }
    }
    kept.add(recorded.get(recorded.size() - 1));
    return new Trajectory(
        method,
        start,
        kept.stream()
            .map(point -> Arrays.stream(point).map(x -> Math.round(x * 100) / 100.0).toArray())
            .toList());
  }

  /** The trajectory of a line of {@link #line}. */
  static Trajectory parse(String line) {
    String[] fields = line.split(",", -1);
    List<double[]> points = new ArrayList<>();
    for (int i = 2; i < fields.length; i += 2) {
      points.add(new double[] {Double.parseDouble(fields[i]), Double.parseDouble(fields[i + 1])});
    }
    return new Trajectory(fields[0], Integer.parseInt(fields[1]), points);
  }

  /** Method, start, and the coordinates of all points, separated by commas. */
  String line() {
    return method
        + ","
        + start
        + ","
        + points.stream()
            .flatMap(point -> Arrays.stream(point).boxed())
            .map(x -> String.format(Locale.ROOT, "%.2f", x + 0.0))
            .collect(Collectors.joining(","));
  }

  double[] end() {
    return points.get(points.size() - 1);
  }

  /** The smallest distance of its points from a point. */
  double distance(double... point) {
    return points.stream().mapToDouble(own -> distance(own, point)).min().orElseThrow();
  }

  static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }
}
