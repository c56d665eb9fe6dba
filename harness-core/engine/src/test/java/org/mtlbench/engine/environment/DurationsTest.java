package org.mtlbench.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "90s, 90, 1m30s",
    "30m, 1800, 30m",
    "1h30m, 5400, 1h30m",
    "2d, 172800, 2d",
    "0s, 0, 0s"
  })
  void readsAndWrites(String text, long seconds, String written) {
    assertThat(Durations.parse(text)).contains(Duration.ofSeconds(seconds));
    assertThat(Durations.text(Duration.ofSeconds(seconds))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "s", "1.5h", "-1s", "1m1h", "1 h", "99999999999s", "PT1H"})
  void rejectsInvalidDurations(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
