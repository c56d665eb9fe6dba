package org.mtlbench.reports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.run.MethodRecord;

class NumberFormatsTest {
  private static final MethodRecord METHOD =
      new MethodRecord("M", Optional.empty(), Optional.of("k"));

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
    assertThat(SeedGroup.preference(METHOD, FixtureRun.json(config))).isEqualTo(text);
  }

  @Test
  void isIndependentOfLocale() {
    assertThat(NumberFormats.decimals(-0.001)).isEqualTo("0.00");
    assertThat(NumberFormats.signed(-0.001)).isEqualTo("0.00");
    assertThat(NumberFormats.signed(0.001)).isEqualTo("0.00");
    assertThat(NumberFormats.signed(1.5)).isEqualTo("+1.50");
    assertThat(NumberFormats.whole(311_494)).isEqualTo("311,494");
    assertThat(NumberFormats.probability(0.00001)).isEqualTo("<0.0001");
    assertThat(NumberFormats.probability(0.04567)).isEqualTo("0.0457");
    assertThat(NumberFormats.exact(1e-7)).isEqualTo("0.0000001");
  }

  @Test
  void showsIntervalOnlyIfSeedsDiffer() {
    Entry several = NumberFormats.measured(Optional.of(Summary.of(1, 2)));

    assertThat(several.text()).isEqualTo("1.50 ± 6.35");
    assertThat(several.value()).hasValue(1.5);
    assertThat(several.halfWidth().orElseThrow()).isCloseTo(6.3531, within(1e-4));
    assertThat(NumberFormats.measured(Optional.of(Summary.of(2, 2))).text()).isEqualTo("2.00");
    assertThat(NumberFormats.measured(Optional.of(Summary.of(2))).text()).isEqualTo("2.00");
    assertThat(NumberFormats.measured(Optional.empty()).isMissing()).isTrue();
  }
}
