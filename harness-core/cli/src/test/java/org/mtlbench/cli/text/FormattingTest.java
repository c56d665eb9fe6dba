package org.mtlbench.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.engine.cost.TimeRange;

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

  @ParameterizedTest
  @CsvSource({
    "0.2, 0.8, 1 s",
    "6, 43, 6 to 43 s",
    "40, 200, 40 s to 3.3 min",
    "240, 900, 4.0 to 15 min",
    "2400, 9000, 40 min to 2 h 30 min",
    "3600, 7200, 1 to 2 h",
    "4800, 9600, 1 h 20 min to 2 h 40 min",
    "36000, 144000, 10 to 40 h",
    "NaN, NaN, unknown time"
  })
  void ranges(double low, double high, String words) {
    assertThat(Formatting.range(new TimeRange(low, high))).isEqualTo(words);
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
