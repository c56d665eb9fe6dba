package org.mtlbench.methods.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.testkit.given.Jacobian;

class SpectrumTest {
  private static double[][] gramian(double[][] rows) {
    Jacobian jacobian = new Jacobian("rows", rows);
    return Arrays.stream(jacobian.rows()).map(jacobian::times).toArray(double[][]::new);
  }

  /** Rows (1, 0) and e (1, 1): the product of the eigenvalues is e^2. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0x1p-10, 0x1p-20, 0x1p-40})
  void smallEigenvalueIsExactForShortGradients(double e) {
    double[][] gramian = {{1, e}, {e, 2 * e * e}};
    double trace = 1 + 2 * e * e;
    double largest = trace / 2 + Math.sqrt(trace * trace / 4 - e * e);
    double expected = e * e / largest;
    assertThat(Spectrum.of(gramian).smallestPositive())
        .isCloseTo(expected, within(1e-14 * expected));
  }

  @Test
  void reconstructsMatrix() {
    double[][] gramian = gramian(new double[][] {{1, 2, 3, 1}, {-1, 0, 2, 1}, {2, 2, -1, 0}});
    Spectrum spectrum = Spectrum.of(gramian);
    for (int i = 0; i < 3; i++) {
      double[] unit = new double[3];
      unit[i] = 1;
      assertThat(spectrum.apply(value -> value, unit)).containsExactly(gramian[i], within(1e-13));
      assertThat(spectrum.apply(value -> 1, unit)).containsExactly(unit, within(1e-14));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 1e6})
  void dependentGradientGivesZeroEigenvalue(double length) {
    double[][] rows = {{1, 2, 3}, {0.3, -1, 2}, {0, 0, 0}};
    Arrays.setAll(rows[2], p -> length * (rows[0][p] + rows[1][p]));
    Spectrum spectrum = Spectrum.of(gramian(rows));
    assertThat(Arrays.stream(spectrum.values()).filter(value -> value == 0).count()).isEqualTo(1);
  }

  @Test
  void zeroGradientsHaveZeroEigenvalues() {
    assertThat(Spectrum.of(new double[3][3]).values()).containsOnly(0);
    assertThat(Spectrum.of(new double[3][3]).smallestPositive()).isZero();
  }
}
