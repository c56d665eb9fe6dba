package org.mtlbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  @Test
  void computesSampleDeviation() {
    Summary summary = Summary.of(2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(summary.mean()).isEqualTo(5);
    assertThat(summary.sum()).isEqualTo(40);
    assertThat(summary.deviation().orElseThrow()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    assertThat(summary.n()).isEqualTo(8);
    assertThatThrownBy(Summary::of).isInstanceOf(IllegalArgumentException.class);
  }

  /** The table of Student's t in any textbook, two-sided 95 %. */
  @ParameterizedTest
  @CsvSource({"1, 12.706", "2, 4.303", "4, 2.776", "9, 2.262", "29, 2.045"})
  void usesPublishedQuantiles(int degrees, double quantile) {
    double[] values = IntStream.rangeClosed(0, degrees).mapToDouble(i -> i * i).toArray();
    Summary summary = Summary.of(values);

    assertThat(summary.halfWidth().orElseThrow())
        .isCloseTo(
            quantile * summary.deviation().orElseThrow() / Math.sqrt(degrees + 1.0),
            within(3e-4 * summary.deviation().orElseThrow()));
  }

  @Test
  void omitsIntervalOfSingleAndSpreadOfEqualValues() {
    assertThat(Summary.of(3).halfWidth()).isEmpty();
    assertThat(Summary.of(3).deviation()).isEmpty();
    // 0.1 three times: a mean that rounds must not become a deviation.
    assertThat(Summary.of(0.1, 0.1, 0.1).halfWidth()).hasValue(0);
    assertThat(Summary.of(0.1, 0.1, 0.1).spread()).isEmpty();
    assertThat(Summary.of(1, 2).spread()).isPresent();
  }

  @Test
  void scalingKeepsCount() {
    Summary minutes = Summary.of(60, 120).times(1 / 60.0);

    assertThat(minutes.n()).isEqualTo(2);
    assertThat(minutes.mean()).isCloseTo(1.5, within(1e-12));
    assertThat(minutes.sum()).isCloseTo(3, within(1e-12));
    assertThat(minutes.deviation().orElseThrow()).isCloseTo(Math.sqrt(0.5), within(1e-12));
  }
}
