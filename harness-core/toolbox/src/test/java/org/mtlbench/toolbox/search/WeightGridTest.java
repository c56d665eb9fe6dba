package org.mtlbench.toolbox.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.toolbox.search.WeightGrid.Ratio;

class WeightGridTest {
  @Test
  void matchesProtocolGridsForTwoTasks() {
    assertThat(WeightGrid.favouringEach(2, 0.05, List.of(new Ratio(4, 1), new Ratio(3, 2))))
        .containsExactly(
            List.of(0.01, 0.04),
            List.of(0.04, 0.01),
            List.of(0.02, 0.03),
            List.of(0.03, 0.02),
            List.of(0.025, 0.025));
    List<Ratio> ratios =
        List.of(new Ratio(9, 1), new Ratio(8, 2), new Ratio(7, 3), new Ratio(6, 4));
    assertThat(WeightGrid.favouringEach(2, 0.1, ratios))
        .containsExactly(
            List.of(0.01, 0.09),
            List.of(0.09, 0.01),
            List.of(0.02, 0.08),
            List.of(0.08, 0.02),
            List.of(0.03, 0.07),
            List.of(0.07, 0.03),
            List.of(0.04, 0.06),
            List.of(0.06, 0.04),
            List.of(0.05, 0.05));
  }

  @Test
  void favoursEachOfThreeTasksInTurn() {
    // 0.06 in 4 + 1 + 1 parts of 0.01
    assertThat(WeightGrid.favouringEach(3, 0.06, List.of(new Ratio(4, 1))))
        .containsExactly(
            List.of(0.01, 0.01, 0.04),
            List.of(0.01, 0.04, 0.01),
            List.of(0.04, 0.01, 0.01),
            List.of(0.02, 0.02, 0.02));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void candidatesHaveEqualSum(int tasks) {
    List<List<Double>> grid =
        WeightGrid.favouringEach(tasks, 0.05, List.of(new Ratio(4, 1), new Ratio(3, 2)));
    assertThat(grid).hasSize(tasks == 1 ? 1 : 2 * tasks + 1).doesNotHaveDuplicates();
    for (List<Double> candidate : grid) {
      assertThat(candidate).hasSize(tasks);
      assertThat(candidate.stream().mapToDouble(Double::doubleValue).sum())
          .isCloseTo(0.05, within(1e-15));
    }
  }
}
