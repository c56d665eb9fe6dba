package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.phase.Phase;

class IterationsTest {
  private static final Iterations THREE = new Iterations(3);

  private static Phase phase(int epochs) {
    return new Phase("search", Phase.Kind.SEARCH, epochs, 9, 1);
  }

  private static int[] starts(Phase phase) {
    return IntStream.rangeClosed(1, phase.epochs()).map(e -> THREE.atStart(phase, e)).toArray();
  }

  private static int[] ends(Phase phase) {
    return IntStream.rangeClosed(1, phase.epochs()).map(e -> THREE.atEnd(phase, e)).toArray();
  }

  @Test
  void fullProtocolHasThreeEpochsPerIteration() {
    Phase full = phase(9);
    assertThat(starts(full)).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
    assertThat(ends(full)).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
    assertThat(IntStream.rangeClosed(1, 9).map(e -> THREE.endedAfter(full, e)).toArray())
        .containsExactly(0, 0, 1, 0, 0, 1, 0, 0, 0);
  }

  @Test
  void spreadsUnevenEpochsOverIterations() {
    assertThat(starts(phase(5))).containsExactly(1, 1, 2, 2, 3);
    assertThat(ends(phase(5))).containsExactly(1, 2, 2, 3, 3);
    assertThat(ends(phase(3))).containsExactly(1, 2, 3);
  }
}
