package org.mtlbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RanksTest {
  /** AUC of four learners on 14 data sets: Demsar, JMLR 7 (2006), table 6. */
  private static final double[][] AUC = {
    {0.763, 0.768, 0.771, 0.798},
    {0.599, 0.591, 0.590, 0.569},
    {0.954, 0.971, 0.968, 0.967},
    {0.628, 0.661, 0.654, 0.657},
    {0.882, 0.888, 0.886, 0.898},
    {0.936, 0.931, 0.916, 0.931},
    {0.661, 0.668, 0.609, 0.685},
    {0.583, 0.583, 0.563, 0.625},
    {0.775, 0.838, 0.866, 0.875},
    {1.000, 1.000, 1.000, 1.000},
    {0.940, 0.962, 0.965, 0.962},
    {0.619, 0.666, 0.614, 0.669},
    // Printed alike, 0.975, and ranked 2 and 3.
    {0.972, 0.981, 0.9751, 0.975},
    {0.957, 0.978, 0.946, 0.970}
  };

  @Test
  void matchesRanksOfDemsar() {
    Direction[] higher = new Direction[AUC.length];
    Arrays.fill(higher, Direction.HIGHER_IS_BETTER);

    assertThat(Ranks.mean(AUC, higher))
        .containsExactly(new double[] {3.143, 2.000, 2.893, 1.964}, Offset.offset(5e-4));
  }

  @Test
  void supportsLowerIsBetterAndTies() {
    assertThat(Ranks.of(new double[] {0.3, 0.1, 0.3, 0.2}, Direction.LOWER_IS_BETTER))
        .containsExactly(3.5, 1, 3.5, 2);
    assertThat(Ranks.of(new double[] {0.3, 0.1, 0.3, 0.2}, Direction.HIGHER_IS_BETTER))
        .containsExactly(1.5, 4, 1.5, 3);
    assertThat(Ranks.mean(new double[0][])).isEmpty();
  }
}
