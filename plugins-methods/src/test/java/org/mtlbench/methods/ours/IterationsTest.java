package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlbench.spi.method.Budget;
import org.mtlbench.spi.method.Phase;

class IterationsTest {
  private static final Iterations THREE_OF_THREE = new Iterations(3, 9);

  private static Phase phase(double budget) {
    return THREE_OF_THREE.phase("search", Phase.Kind.SEARCH, new Budget(budget));
  }

  private static int[] starts(Phase phase) {
    return IntStream.rangeClosed(1, phase.epochs())
        .map(e -> THREE_OF_THREE.atStart(phase, e))
        .toArray();
  }

  private static int[] ends(Phase phase) {
    return IntStream.rangeClosed(1, phase.epochs())
        .map(e -> THREE_OF_THREE.atEnd(phase, e))
        .toArray();
  }

  @Test
  void theFullProtocolHasThreeEpochsAnIteration() {
    Phase full = phase(1);
    assertThat(starts(full)).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
    assertThat(ends(full)).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
    assertThat(IntStream.rangeClosed(1, 9).map(e -> THREE_OF_THREE.endedAfter(full, e)).toArray())
        .containsExactly(0, 0, 1, 0, 0, 1, 0, 0, 0);
  }

  @Test
  void aReducedBudgetStretchesTheIterationsAndEndsInTheLast() {
    assertThat(starts(phase(0.5))).containsExactly(1, 1, 2, 2, 3);
    assertThat(ends(phase(0.5))).containsExactly(1, 2, 2, 3, 3);
    assertThat(ends(phase(1.0 / 3))).containsExactly(1, 2, 3);
  }

  @Test
  void everyIterationHasAnEpochHoweverSmallTheBudget() {
    assertThat(starts(phase(0.1))).containsExactly(1, 2, 3);
    assertThat(ends(phase(0.1))).containsExactly(1, 2, 3);
  }

  @Test
  void unevenEpochsAreSpreadOverTheIterations() {
    Phase five = new Iterations(3, 5).phase("search", Phase.Kind.SEARCH, Budget.FULL);
    assertThat(five.epochs()).isEqualTo(5);
    assertThat(starts(five)).containsExactly(1, 1, 2, 2, 3);
  }
}
