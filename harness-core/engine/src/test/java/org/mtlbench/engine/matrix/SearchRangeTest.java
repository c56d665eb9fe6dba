package org.mtlbench.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRangeTest {
  private static final double LAST_POINT = Math.nextDown(1.0);
  private static final ObjectMapper JSON = new JsonMapper();

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SearchRange.Interval interval(String low, String high) {
    return new SearchRange.Interval(json(low), json(high));
  }

  private static double at(SearchRange range, double point) {
    return range.at(point, false).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({
    "1e-4, 1e-2, true",
    "0.07, 0.7, true",
    "1, 10, true",
    "1, 9.99, false",
    "0.0701, 0.7, false",
    "0, 1, false",
    "-1, 100, false"
  })
  void coversOrdersOfMagnitudeFromTenTimesOn(String low, String high, boolean logarithmic) {
    assertThat(interval(low, high).logarithmic()).isEqualTo(logarithmic);
  }

  @Test
  void logarithmicPointsAreUniformInExponent() {
    SearchRange range = interval("1e-4", "1e-2");

    assertThat(at(range, 0)).isEqualTo(1e-4);
    assertThat(at(range, 0.5)).isEqualTo(1e-3);
    // 10^-2.5, four digits
    assertThat(at(range, 0.75)).isEqualTo(0.003162);
    assertThat(at(range, LAST_POINT)).isEqualTo(1e-2);
  }

  @Test
  void linearPointsAreUniform() {
    SearchRange range = interval("-1", "3");

    assertThat(at(range, 0)).isEqualTo(-1);
    assertThat(at(range, 0.5)).isEqualTo(1);
    assertThat(at(range, 1 / 3.0)).isEqualTo(0.333);
    assertThat(at(range, LAST_POINT)).isEqualTo(3);
  }

  @Test
  void roundsToDigitsOfRange() {
    SearchRange narrow = interval("0.99991", "0.99999");

    assertThat(at(narrow, 0.123456)).isEqualTo(0.99991988);
    assertThat(at(interval("0", "123456"), 0.123456)).isEqualTo(15200);
    assertThat(at(interval("-1e308", "1e308"), 0.25)).isEqualTo(-5e307);
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "-2, 1", "1, 30"})
  void integersAreWithinRange(String low, String high) {
    SearchRange range = interval(low, high);

    assertThat(range.at(0, true)).hasToString(low);
    assertThat(range.at(LAST_POINT, true)).hasToString(high);
    assertThat(IntStream.range(0, 1000).mapToObj(i -> range.at(i / 1000.0, true)))
        .allMatch(JsonNode::isIntegralNumber);
  }

  @Test
  void integersOfLinearRangeAreEquallyLikely() {
    SearchRange range = interval("1", "4");
    TreeMap<Integer, Integer> counts = new TreeMap<>();

    IntStream.range(0, 4000)
        .forEach(i -> counts.merge(range.at((i + 0.5) / 4000, true).intValue(), 1, Integer::sum));

    assertThat(counts.keySet()).containsExactly(1, 2, 3, 4);
    assertThat(counts.values()).containsOnly(1000);
  }

  @Test
  void integersOfLogarithmicRangeAreUniformInExponent() {
    SearchRange range = interval("1", "10");
    long ones =
        IntStream.range(0, 10_000)
            .filter(i -> range.at((i + 0.5) / 10_000, true).intValue() == 1)
            .count();

    // log(1.5 / 0.5) / log(10.5 / 0.5)
    assertThat(ones / 10_000.0).isCloseTo(0.36085, within(1e-3));
  }

  @Test
  void choicesAreEquallyLikely() {
    SearchRange range =
        new SearchRange.Choices(List.of(json("\"adam\""), json("\"sgd\""), json("true")));

    assertThat(range.at(0, false)).hasToString("\"adam\"");
    assertThat(range.at(0.33, false)).hasToString("\"adam\"");
    assertThat(range.at(0.34, false)).hasToString("\"sgd\"");
    assertThat(range.at(LAST_POINT, false)).hasToString("true");
  }

  @Test
  void pointsDependOnSeedKeyAndTrial() {
    double point = SearchSpec.point(0, "a", 1);
    double[] many =
        IntStream.rangeClosed(1, 4000).mapToDouble(i -> SearchSpec.point(7, "a", i)).toArray();

    assertThat(SearchSpec.point(0, "a", 1)).isEqualTo(point);
    assertThat(SearchSpec.point(1, "a", 1)).isNotEqualTo(point);
    assertThat(SearchSpec.point(0, "b", 1)).isNotEqualTo(point);
    assertThat(SearchSpec.point(0, "a", 2)).isNotEqualTo(point);
    for (int tenth = 0; tenth < 10; tenth++) {
      double from = tenth / 10.0;
      // 400 expected, standard deviation 19
      assertThat(IntStream.range(0, 4000).filter(i -> many[i] >= from && many[i] < from + 0.1))
          .hasSizeBetween(300, 500);
    }
  }
}
