package org.mtlbench.methods.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PruningScheduleTest {
  private static int[] zeroRows(PruningSchedule schedule, double sparsity, int rows, int epochs) {
    return IntStream.rangeClosed(0, epochs)
        .map(done -> schedule.zeroRows(sparsity, rows, done, epochs))
        .toArray();
  }

  /** 100 * 0.8 * (1 - (1 - t / 4)^3) = 80 * (0, 37, 56, 63, 64) / 64. */
  @Test
  void cubicScheduleFollowsEquation() {
    assertThat(zeroRows(PruningSchedule.CUBIC, 0.8, 100, 4)).containsExactly(0, 46, 70, 78, 80);
  }

  @Test
  void oneShotPrunesAtEnd() {
    assertThat(zeroRows(PruningSchedule.ONE_SHOT, 0.8, 100, 4)).containsExactly(0, 0, 0, 0, 80);
  }

  /** In double precision 0.29 * 100 is 28.999999999999996. */
  @Test
  void roundsDecimalSharesExactly() {
    for (PruningSchedule schedule : PruningSchedule.values()) {
      assertThat(schedule.zeroRows(0.29, 100, 7, 7)).isEqualTo(29);
      assertThat(schedule.zeroRows(0.3, 10, 3, 3)).isEqualTo(3);
      assertThat(schedule.zeroRows(0.99, 3, 3, 3)).as("a layer keeps a row").isEqualTo(2);
      assertThat(schedule.zeroRows(0, 10, 3, 3)).isZero();
    }
  }

  @Test
  void neverDecreasesAndSupportsManyEpochs() {
    int[] zero = zeroRows(PruningSchedule.CUBIC, 0.7, 1000, 500);
    assertThat(zero).isSorted().endsWith(700);
    assertThat(PruningSchedule.CUBIC.zeroRows(0.5, 10, 1_000_000, 1_000_000)).isEqualTo(5);
  }
}
