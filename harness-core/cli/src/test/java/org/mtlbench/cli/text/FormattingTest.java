package org.mtlbench.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormattingTest {
  @ParameterizedTest
  @CsvSource({
    "0.4, 0 s",
    "59.4, 59 s",
    "59.6, 1.0 min",
    "90, 1.5 min",
    "3599, 1 h 0 min",
    "3700, 1 h 2 min",
    "7199, 2 h 0 min",
    "NaN, unknown"
  })
  void durations(double seconds, String words) {
    assertThat(Formatting.duration(seconds)).isEqualTo(words);
  }

  @Test
  void numbers() {
    assertThat(Formatting.percent(0.12345)).isEqualTo("12.3 %");
    assertThat(Formatting.wholePercent(0.05)).isEqualTo("  5 %");
    assertThat(Formatting.count(1, "cell") + Formatting.count(0, "slot"))
        .isEqualTo("1 cell0 slots");
    assertThat(Formatting.gibibytes(3L << 29)).isEqualTo("1.5 GiB");
  }
}
