package org.mtlbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References: R 4.2, {@code power.t.test(type = "paired", strict = TRUE)}. */
class DetectableDifferenceTest {
  @ParameterizedTest
  @CsvSource({"2, 11.54989", "3, 3.264044", "5, 1.681997", "10, 0.9960014"})
  void theDifferenceIsThatOfR(int pairs, double expected) {
    assertThat(DetectableDifference.of(pairs, 1)).isEqualTo(expected, within(1e-4 * expected));
    assertThat(DetectableDifference.of(pairs, 0.3))
        .isEqualTo(0.3 * expected, within(1e-4 * expected));
  }

  @ParameterizedTest
  @CsvSource({"2, 0.1329521", "3, 0.3163819", "5, 0.7107027", "10, 0.9872769"})
  void thePowerIsThatOfR(int pairs, double expected) {
    assertThat(DetectableDifference.power(pairs, 1.5)).isEqualTo(expected, within(2e-5));
  }

  @Test
  void withoutAnEffectThePowerIsTheLevel() {
    assertThat(DetectableDifference.power(4, 0)).isEqualTo(0.05, within(1e-6));
  }

  @Test
  void equalDifferencesNeedNoPower() {
    assertThat(DetectableDifference.of(3, 0)).isZero();
  }

  @Test
  void onePairIsRejected() {
    assertThatThrownBy(() -> DetectableDifference.of(1, 1))
        .hasMessage("pairs: 1, at least 2 needed");
  }
}
