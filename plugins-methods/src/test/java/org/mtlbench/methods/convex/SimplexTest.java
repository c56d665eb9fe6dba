package org.mtlbench.methods.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;

class SimplexTest {
  @Test
  void keepsPointsOfSimplex() {
    assertThat(Simplex.nearest(new double[] {0.2, 0.5, 0.3}))
        .containsExactly(new double[] {0.2, 0.5, 0.3}, within(1e-15));
    assertThat(Simplex.nearest(new double[] {7})).containsExactly(1);
  }

  @Test
  void projectsOntoFacesAndVertices() {
    assertThat(Simplex.nearest(new double[] {-1, -1, -10}))
        .containsExactly(new double[] {0.5, 0.5, 0}, within(1e-15));
    assertThat(Simplex.nearest(new double[] {-17, -4, 1 / 3.0})).containsExactly(0, 0, 1);
    assertThat(Simplex.nearest(new double[] {1e30, -1e30, 0})).containsExactly(1, 0, 0);
  }

  /** y - p is the same for all numbers of p above 0, and at most that elsewhere. */
  @Test
  void satisfiesOptimalityConditions() {
    RandomGenerator random = new Randomness(2).stream("points");
    for (int n = 0; n < 200; n++) {
      double scale = Math.pow(10, random.nextInt(-3, 4));
      double[] y = random.doubles(1 + n % 6).map(x -> scale * (x - 0.5)).toArray();
      double[] nearest = Simplex.nearest(y);
      assertThat(Arrays.stream(nearest).sum()).isCloseTo(1, within(1e-10));
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < y.length; i++) {
        largest = Math.max(largest, y[i] - nearest[i]);
      }
      for (int i = 0; i < y.length; i++) {
        assertThat(nearest[i]).isNotNegative();
        if (nearest[i] > 0) {
          assertThat(y[i] - nearest[i]).isCloseTo(largest, within(1e-10 * Math.max(1, scale)));
        }
      }
    }
  }
}
