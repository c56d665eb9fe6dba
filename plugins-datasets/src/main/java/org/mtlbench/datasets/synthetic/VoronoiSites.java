package org.mtlbench.datasets.synthetic;

import java.util.random.RandomGenerator;

/**
 * Points spread over an image with no two close together: each point is the one farthest from all
 * earlier points among a few candidates (Mitchell 1991).
 *
 * @param xs pixels to the right of the image centre
 * @param ys pixels below the image centre
 */
record VoronoiSites(double[] xs, double[] ys) {
  private static final double REACH = 18;
  private static final int CANDIDATES = 4;

  static VoronoiSites draw(RandomGenerator random, int n) {
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int k = 0; k < n; k++) {
      double farthest = -1;
      for (int trial = 0; trial < CANDIDATES; trial++) {
        double x = REACH * (2 * random.nextDouble() - 1);
        double y = REACH * (2 * random.nextDouble() - 1);
        double distance = Double.MAX_VALUE;
        for (int before = 0; before < k; before++) {
          distance = Math.min(distance, squared(x - xs[before], y - ys[before]));
        }
        if (distance > farthest) {
          farthest = distance;
          xs[k] = x;
          ys[k] = y;
        }
      }
    }
    return new VoronoiSites(xs, ys);
  }

  /** The index of the nearest point. */
  int nearest(double x, double y) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int k = 0; k < xs.length; k++) {
      double distance = squared(x - xs[k], y - ys[k]);
      if (distance < least) {
        least = distance;
        best = k;
      }
    }
    return best;
  }

  /** The distance to the nearest point. */
  double distance(double x, double y) {
    int k = nearest(x, y);
    return Math.sqrt(squared(x - xs[k], y - ys[k]));
  }

  private static double squared(double dx, double dy) {
    return dx * dx + dy * dy;
  }
}
