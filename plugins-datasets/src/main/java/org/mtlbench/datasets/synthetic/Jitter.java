package org.mtlbench.datasets.synthetic;

import java.util.random.RandomGenerator;

/**
 * A smooth random displacement field: a sum of plane waves. Displacing the points of a shape
 * deforms it but keeps it connected.
 */
final class Jitter {
  private static final int WAVES = 3;
  private static final double CYCLES = 1.2;

  private final double[] amplitude = new double[WAVES];
  private final double[] alongX = new double[WAVES];
  private final double[] alongY = new double[WAVES];
  private final double[] phase = new double[WAVES];

  /**
   * @param random source of the waves
   * @param size maximum amplitude of one wave
   */
  Jitter(RandomGenerator random, double size) {
    for (int k = 0; k < WAVES; k++) {
      amplitude[k] = size * random.nextDouble();
      alongX[k] = 2 * Math.PI * CYCLES * (2 * random.nextDouble() - 1);
      alongY[k] = 2 * Math.PI * CYCLES * (2 * random.nextDouble() - 1);
      phase[k] = 2 * Math.PI * random.nextDouble();
    }
  }

  double value(double x, double y) {
    double sum = 0;
    for (int k = 0; k < WAVES; k++) {
      sum += amplitude[k] * StrictMath.sin(alongX[k] * x + alongY[k] * y + phase[k]);
    }
    return sum;
  }
}
