package org.mtlbench.methods.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;

class QuadraticProgramTest {
  /** The slope is at least 0, and is 0 wherever the solution is above its bound. */
  @Test
  void satisfiesOptimalityConditions() {
    RandomGenerator random = new Randomness(6).stream("programs");
    for (int trial = 0; trial < 1_000; trial++) {
      int n = 1 + trial % 12;
      // of a rank that is too low for every third matrix
      double[][] factors = new double[n][trial % 3 == 0 ? Math.max(1, n / 2) : n + 2];
      for (double[] factor : factors) {
        Arrays.setAll(factor, p -> random.nextGaussian() / Math.sqrt(factor.length));
      }
      double[][] q = new double[n][n];
      double[] b = new double[n];
      double[] target = new double[factors[0].length];
      Arrays.setAll(target, p -> random.nextGaussian());
      for (int i = 0; i < n; i++) {
        b[i] = Vectors.dot(factors[i], target);
        for (int j = 0; j < n; j++) {
          q[i][j] = Vectors.dot(factors[i], factors[j]);
        }
      }
      double[] x = QuadraticProgram.nonNegative(q, b);
      double[] product = Vectors.times(q, x);
      double size = 1 + Arrays.stream(x).sum();
      for (int i = 0; i < n; i++) {
        assertThat(x[i]).isGreaterThanOrEqualTo(0);
        assertThat(product[i] - b[i]).isGreaterThanOrEqualTo(-1e-12 * size);
        if (x[i] > 0) {
          assertThat(product[i]).isCloseTo(b[i], within(1e-12 * size));
        }
      }
    }
  }

  @Test
  void solutionIsZeroWithoutDescent() {
    assertThat(QuadraticProgram.nonNegative(new double[][] {{1, 0}, {0, 1}}, new double[] {-1, 0}))
        .containsExactly(0, 0);
  }
}
