package org.mtlbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {
  /** Hours of sleep gained by ten patients with two drugs (Student, Biometrika 6, 1908). */
  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  /** R's documentation of t.test prints these: t = -4.0621, df = 9. */
  @Test
  void pairedMatchesSleepData() {
    Difference difference = Difference.paired(FIRST, SECOND);

    assertThat(difference.n()).isEqualTo(10);
    assertThat(difference.paired()).isTrue();
    assertThat(difference.mean()).isCloseTo(1.58, within(1e-12));
    assertThat(difference.p().orElseThrow()).isCloseTo(0.002833, within(5e-7));
    assertThat(1.58 - difference.halfWidth().orElseThrow()).isCloseTo(0.7001142, within(5e-8));
    assertThat(1.58 + difference.halfWidth().orElseThrow()).isCloseTo(2.4598858, within(5e-8));
  }

  /** The same place: t = -1.8608, df = 17.776. */
  @Test
  void unpairedMatchesSleepData() {
    Difference difference = Difference.unpaired(FIRST, SECOND);

    assertThat(difference.paired()).isFalse();
    assertThat(difference.p().orElseThrow()).isCloseTo(0.07939, within(5e-6));
    assertThat(1.58 - difference.halfWidth().orElseThrow()).isCloseTo(-0.2054832, within(5e-8));
    assertThat(1.58 + difference.halfWidth().orElseThrow()).isCloseTo(3.3654832, within(5e-8));
  }

  /** With one and two degrees of freedom Student's t has a closed form. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 3, 20})
  void matchesClosedFormsForSmallSamples(double shift) {
    double[] two = {shift - 1, shift + 1};
    double[] three = {shift - 1, shift, shift + 1};

    // Two values: s = sqrt(2), t = shift. Three: s = 1, t = shift sqrt(3).
    assertThat(Difference.paired(new double[2], two).p().orElseThrow())
        .isCloseTo(1 - 2 / Math.PI * Math.atan(shift), within(1e-12));
    double t = shift * Math.sqrt(3);
    assertThat(Difference.paired(new double[3], three).p().orElseThrow())
        .isCloseTo(1 - t / Math.sqrt(2 + t * t), within(1e-12));
  }

  @Test
  void hasNoPValueIfUntestable() {
    assertThat(Difference.paired(new double[] {1}, new double[] {3}))
        .satisfies(d -> assertThat(d.mean()).isEqualTo(2))
        .satisfies(d -> assertThat(d.p()).isEmpty())
        .satisfies(d -> assertThat(d.halfWidth()).isEmpty());
    assertThat(Difference.paired(new double[] {1, 2}, new double[] {3, 4}).p()).isEmpty();
    assertThat(Difference.unpaired(new double[] {1, 1}, new double[] {3, 3}).p()).isEmpty();
    assertThat(Difference.unpaired(new double[] {1, 1}, new double[] {3, 4}).p()).isPresent();
    assertThatThrownBy(() -> Difference.paired(new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 and 2 values");
  }

  /** R: {@code pt} with mean 1.04, sd(a) / sqrt(5) and 4 degrees of freedom; power.t.test. */
  @Test
  void equivalenceAndDetectableDifferenceMatchR() {
    Difference difference =
        Difference.paired(new double[5], new double[] {1.2, 0.9, 1.6, 1.1, 0.4});

    assertThat(difference.probabilityWithin(1.3).orElseThrow()).isCloseTo(0.8717143, within(1e-6));
    assertThat(difference.probabilityWithin(0).orElseThrow()).isZero();
    assertThat(difference.detectable().orElseThrow()).isCloseTo(0.738931, within(1e-4));
    assertThat(Difference.unpaired(FIRST, SECOND).probabilityWithin(1)).isEmpty();
    assertThat(Difference.paired(new double[] {1}, new double[] {2}).detectable()).isEmpty();
  }
}
