package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"k\": [0, 0.4, 0.6]}; (0, 0.4, 0.6)",
        "{\"k\": [1E-4, 0.5, 0.4999]}; (0.0001, 0.5, 0.4999)",
        "{\"k\": [10, 0.0, 1.50]}; (10, 0, 1.5)",
        "{\"k\": []}; ''",
        "{\"k\": 3}; ''",
        "{\"k\": [\"a\"]}; ''",
        "{}; ''"
      })
  void preferenceVectorsAreWrittenPlainly(String config, String text) {
    assertThat(SeedGroup.preference(FixtureRun.json(config))).isEqualTo(text);
  }

  @Test
  void deviationIsThatOfTheSample() {
    Summary statistic = Summary.of(2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(statistic.mean()).isEqualTo(5);
    assertThat(statistic.deviation().orElseThrow()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    assertThat(statistic.n()).isEqualTo(8);
    assertThat(Summary.of(3).deviation()).isEmpty();
    assertThatThrownBy(Summary::of).isInstanceOf(IllegalArgumentException.class);
  }
}
