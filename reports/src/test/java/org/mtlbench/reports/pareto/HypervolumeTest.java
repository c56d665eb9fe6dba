package org.mtlbench.reports.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypervolumeTest {
  private static double[] ones(int objectives, double value) {
    double[] ones = new double[objectives];
    Arrays.fill(ones, value);
    return ones;
  }

  private static List<double[]> random(int points, int objectives, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, points)
        .mapToObj(i -> random.doubles(objectives, 0, 1).toArray())
        .toList();
  }

  /** The example of moocore's documentation. */
  @Test
  void agreesWithPublishedValueOfFourPoints() {
    List<double[]> points =
        List.of(new double[] {5, 5}, new double[] {4, 6}, new double[] {2, 7}, new double[] {7, 4});

    assertThat(Hypervolume.of(points, new double[] {10, 10})).isEqualTo(38);
  }

  /** The example of pymoo's documentation: each tenth of 100 points of ZDT1, times 1.1. */
  @Test
  void agreesWithPublishedValueOfZdt1() {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 100; i += 10) {
      double x = i / 99.0;
      points.add(new double[] {1.1 * x, 1.1 * (1 - Math.sqrt(x))});
    }

    assertThat(Hypervolume.of(points, new double[] {1.2, 1.2}))
        .isCloseTo(0.9631646448182305, within(1e-12));
  }

  /** The front of DTLZ2 is an eighth of a sphere, in front of which there is nothing. */
  @Test
  void approachesVolumeOfDtlz2() {
    List<double[]> points = new ArrayList<>();
    int steps = 20;
    for (int i = 0; i <= steps; i++) {
      for (int j = 0; j <= steps; j++) {
        double a = Math.PI / 2 * i / steps;
        double b = Math.PI / 2 * j / steps;
        points.add(
            new double[] {Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)});
      }
    }
    double exact = Math.pow(1.1, 3) - Math.PI / 6;

    assertThat(Hypervolume.of(points, ones(3, 1.1))).isLessThan(exact).isGreaterThan(exact - 0.05);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void agreesWithInclusionAndExclusion(int objectives) {
    List<double[]> points = random(10, objectives, objectives);
    double[] reference = ones(objectives, 0.9);
    List<double[]> inside =
        points.stream().filter(p -> Arrays.stream(p).allMatch(x -> x < 0.9)).toList();
    double expected = 0;
    for (int subset = 1; subset < 1 << inside.size(); subset++) {
      double volume = 1;
      for (int o = 0; o < objectives; o++) {
        double worst = 0;
        for (int i = 0; i < inside.size(); i++) {
          worst = (subset >> i & 1) == 1 ? Math.max(worst, inside.get(i)[o]) : worst;
        }
        volume *= reference[o] - worst;
      }
      expected += Integer.bitCount(subset) % 2 == 1 ? volume : -volume;
    }

    assertThat(Hypervolume.of(points, reference)).isCloseTo(expected, within(1e-10));
  }

  @Test
  void agreesWithMonteCarlo() {
    List<double[]> points = random(60, 3, 9);
    Random random = new Random(10);
    int samples = 200_000;
    long below =
        IntStream.range(0, samples)
            .mapToObj(i -> random.doubles(3, 0, 1).toArray())
            .filter(
                s -> points.stream().anyMatch(p -> p[0] <= s[0] && p[1] <= s[1] && p[2] <= s[2]))
            .count();

    assertThat(Hypervolume.of(points, ones(3, 1)))
        .isCloseTo((double) below / samples, within(0.005));
  }

  @Test
  void ignoresPointsThatAreNotBetterThanReference() {
    List<double[]> points = List.of(new double[] {0.5, 0.5}, new double[] {0.1, 1});

    assertThat(Hypervolume.of(points, ones(2, 1))).isEqualTo(0.25);
    assertThat(Hypervolume.of(List.of(), ones(2, 1))).isZero();
  }

  @Test
  void computesStudyWithNinetyPointsAndFourObjectives() {
    List<double[]> front =
        random(90, 4, 5).stream()
            .map(
                p -> {
                  double sum = Arrays.stream(p).sum();
                  return Arrays.stream(p).map(x -> x / sum).toArray();
                })
            .toList();

    assertThat(Hypervolume.of(front, ones(4, 1))).isBetween(0.0, 1.0);
  }

  @Test
  void rejectsOtherNumberOfObjectives() {
    assertThatThrownBy(() -> Hypervolume.of(List.of(ones(2, 0)), ones(3, 1)))
        .hasMessageContaining("2 objectives");
  }
}
