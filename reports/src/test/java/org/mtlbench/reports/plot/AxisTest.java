package org.mtlbench.reports.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
  private static List<String> labels(Axis axis, int most) {
    return axis.ticks(most).stream().map(Axis.Tick::label).toList();
  }

  @Test
  void isLogarithmicAboveTwoDecades() {
    assertThat(Axis.ofRatios("s", DoubleStream.of(0.1, 10)).logarithmic()).isFalse();
    assertThat(Axis.ofRatios("s", DoubleStream.of(0.1, 10.1)).logarithmic()).isTrue();
    assertThat(Axis.ofRatios("s", DoubleStream.of(0, 1000)).logarithmic()).isFalse();
  }

  @Test
  void labelsLogarithmicTicksWithinDecades() {
    Axis axis = Axis.ofRatios("s", DoubleStream.of(0.02, 6));

    assertThat(labels(axis, 9)).containsExactly("0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5");
    assertThat(labels(axis, 6)).containsExactly("0.03", "0.1", "0.3", "1", "3");
    assertThat(labels(axis, 3)).containsExactly("0.1", "1");
    assertThat(axis.position(0.1) - axis.position(0.02))
        .isCloseTo(axis.position(5) - axis.position(1), org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void thinsOutDecades() {
    Axis axis = Axis.ofRatios("s", DoubleStream.of(1e-9, 1e9));

    assertThat(labels(axis, 5)).hasSizeBetween(2, 5).contains("1");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 6, 0 0.2 0.4 0.6 0.8 1",
    "91, 95, 5, 91 92 93 94 95",
    "-3, 40, 3, 0 20 40",
    "87.7, 94.4, 3, 88 90 92 94"
  })
  void labelsLinearTicksWithRoundNumbers(double low, double high, int most, String expected) {
    assertThat(String.join(" ", labels(new Axis("x", low, high, false), most))).isEqualTo(expected);
  }

  @Test
  void extendsToNearValuesOnly() {
    Axis axis = new Axis("x", 80, 100, false);

    assertThat(axis.reaching(72).contains(72)).isTrue();
    assertThat(axis.reaching(11)).isEqualTo(axis);
    assertThat(axis.reaching(90)).isEqualTo(axis);
  }
}
