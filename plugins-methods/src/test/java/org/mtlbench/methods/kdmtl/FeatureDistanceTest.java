package org.mtlbench.methods.kdmtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;

class FeatureDistanceTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray rows(float[]... rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return manager.create(flat, new Shape(rows.length, rows[0].length));
  }

  private static double[] normalised(float[] row) {
    double norm = 0;
    for (float x : row) {
      norm += (double) x * x;
    }
    double[] result = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = norm == 0 ? 0 : row[i] / Math.sqrt(norm);
    }
    return result;
  }

  @Test
  void dependsOnDirectionsOnly() {
    NDArray a = rows(new float[] {3, 4}, new float[] {1, 0}, new float[] {2, 0});
    NDArray b = rows(new float[] {6, 8}, new float[] {0, 5}, new float[] {-1, 0});
    // the same, at a right angle, opposite: 0, 2, 4
    assertThat(FeatureDistance.of(a, b).getFloat()).isCloseTo(2, within(1e-6f));
  }

  @Test
  void agreesWithFloat64() {
    RandomGenerator random = new Randomness(3).stream("features");
    float[][] a = new float[7][5];
    float[][] b = new float[7][5];
    double expected = 0;
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 5; j++) {
        // lengths from 1e-3 to 1e3
        a[i][j] = (float) (random.nextGaussian() * Math.pow(10, i - 3));
        b[i][j] = (float) random.nextGaussian();
      }
      double[] na = normalised(a[i]);
      double[] nb = normalised(b[i]);
      for (int j = 0; j < 5; j++) {
        expected += (na[j] - nb[j]) * (na[j] - nb[j]) / 7;
      }
    }
    assertThat((double) FeatureDistance.of(rows(a), rows(b)).getFloat())
        .isCloseTo(expected, within(1e-6));
  }

  @Test
  void zeroRowHasDistanceOneAndNoGradient() {
    NDArray a = rows(new float[] {0, 0}, new float[] {1, 1}, new float[] {1e-20f, 0});
    NDArray b = rows(new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1});
    a.setRequiresGradient(true);
    try (GradientMode on = GradientMode.on()) {
      NDArray distance = FeatureDistance.of(a, b);
      double ofDiagonal = 2 - Math.sqrt(2);
      assertThat((double) distance.getFloat()).isCloseTo((1 + ofDiagonal + 1) / 3, within(1e-6));
      Backward.run(distance);
    }
    float[] gradient = a.getGradient().toFloatArray();
    // d/dx of 2 - 2 x / |x, y| at (1, 1) is -1/sqrt(2), and 1/sqrt(2) for y; a third of it each
    float third = (float) (1 / (3 * Math.sqrt(2)));
    assertThat(gradient).containsExactly(new float[] {0, 0, -third, third, 0, 0}, within(1e-6f));
  }
}
