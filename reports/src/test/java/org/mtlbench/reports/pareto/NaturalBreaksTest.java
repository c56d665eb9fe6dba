package org.mtlbench.reports.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalBreaksTest {
  private static double deviations(List<double[]> clusters) {
    return clusters.stream()
        .mapToDouble(
            c -> {
              double mean = Arrays.stream(c).average().orElseThrow();
              return Arrays.stream(c).map(x -> (x - mean) * (x - mean)).sum();
            })
        .sum();
  }

  @Test
  void separatesGroups() {
    assertThat(NaturalBreaks.of(new double[] {53, 21, 52, 20, 80, 22, 54}, 2.5, 5))
        .containsExactly(new double[] {20, 21, 22}, new double[] {52, 53, 54}, new double[] {80});
  }

  @Test
  void keepsNarrowGroupTogether() {
    assertThat(NaturalBreaks.of(new double[] {29.1, 28.7, 29.4, 29.3}, 2.5, 5)).hasSize(1);
    assertThat(NaturalBreaks.of(new double[] {7}, 2.5, 5)).containsExactly(new double[] {7});
    assertThat(NaturalBreaks.of(new double[0], 2.5, 5)).isEmpty();
  }

  @Test
  void findsBestDivisionOfAll() {
    double[] values = new Random(1).doubles(12, 0, 100).sorted().toArray();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 1; i < 11; i++) {
      for (int j = i + 1; j < 12; j++) {
        best =
            Math.min(
                best,
                deviations(
                    List.of(
                        Arrays.copyOfRange(values, 0, i),
                        Arrays.copyOfRange(values, i, j),
                        Arrays.copyOfRange(values, j, 12))));
      }
    }

    List<double[]> clusters = NaturalBreaks.of(values, 0, 3);
    assertThat(clusters).hasSize(3);
    assertThat(deviations(clusters)).isCloseTo(best, within(1e-9));
  }
}
