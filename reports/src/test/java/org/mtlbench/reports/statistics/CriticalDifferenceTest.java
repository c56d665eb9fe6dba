package org.mtlbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalDifferenceTest {
  private static final double[][] SCORES = {
    {.763, .768, .771, .798},
    {.599, .591, .590, .569},
    {.954, .971, .968, .967},
    {.628, .661, .654, .657},
    {.882, .888, .886, .898},
    {.936, .931, .916, .931},
    {.661, .668, .609, .685},
    {.583, .583, .563, .625},
    {.775, .838, .866, .875},
    {1, 1, 1, 1},
    {.940, .962, .965, .962},
    {.619, .666, .614, .669},
    {.972, .981, .975, .975},
    {.957, .978, .946, .970}
  };

  /** Demsar 2006, section 3.2.2: four methods on 14 datasets; F = 3.69, CD = 1.25. */
  @Test
  void theExampleOfDemsarGivesItsPublishedValues() {
    CriticalDifference result =
        CriticalDifference.of(14, new double[] {3.143, 2.000, 2.893, 1.964});
    assertThat(result.difference()).isEqualTo(1.25, within(0.005));
    // R: pf(3.69, 3, 39, lower.tail = FALSE) = 0.0197
    assertThat(result.p()).isEqualTo(0.0197, within(0.0003));
  }

  /** Computed with R 4.2 from its functions rank, pf and qtukey. */
  @Test
  void ranksAndTestAreThoseOfR() {
    CriticalDifference result = CriticalDifference.of(SCORES);
    assertThat(result.ranks())
        .containsExactly(new double[] {3.142857, 2, 2.928571, 1.928571}, within(1e-6));
    assertThat(result.p()).isEqualTo(0.01435245, within(1e-7));
    assertThat(result.difference()).isEqualTo(1.253559, within(1e-5));
    assertThat(result.groups()).containsExactly(List.of(3, 1, 2, 0));
  }

  /** R 4.2: {@code qtukey(0.95, k, Inf)}. */
  @ParameterizedTest
  @CsvSource({
    "2, 2.7718076",
    "3, 3.3144932",
    "4, 3.6331596",
    "5, 3.8576555",
    "10, 4.4741245",
    "20, 5.0116888",
    "32, 5.3459999"
  })
  void theStudentizedRangeIsThatOfR(int methods, double expected) {
    assertThat(CriticalDifference.range(methods)).isEqualTo(expected, within(1e-5));
  }

  @Test
  void methodsFartherApartThanTheDifferenceAreInDifferentGroups() {
    CriticalDifference result =
        new CriticalDifference(20, new double[] {1.2, 4, 1.9, 3.4, 2.6}, 0, 1.0);
    assertThat(result.groups())
        .containsExactly(List.of(0, 2), List.of(2, 4), List.of(4, 3), List.of(3, 1));
  }

  @Test
  void theSameOrderInEveryBlockIsSignificant() {
    double[][] scores = new double[6][];
    Arrays.fill(scores, new double[] {3, 2, 1});
    assertThat(CriticalDifference.of(scores).p()).isZero();
  }

  @Test
  void fewerThanFiveBlocksAreRejected() {
    assertThatThrownBy(() -> CriticalDifference.of(new double[4][3]))
        .hasMessageContaining("4 blocks");
  }
}
