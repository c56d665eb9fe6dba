package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.results.ArtefactUse;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;

class CostAttributionTest {
  private static PhaseRecord phase(String key, boolean reused, double seconds) {
    return new PhaseRecord("teacher", PhaseKind.SEARCH, 1, seconds, seconds)
        .sharing(new ArtefactUse(key, reused));
  }

  private static PhaseRecord alone(PhaseKind kind) {
    return new PhaseRecord("alone", kind, 1, 100, 100);
  }

  @Test
  void attributesReusedArtefactsOnceAndOwnArtefactsNever() {
    CostAttribution costs = new CostAttribution(List.of());
    PhaseRecord made = phase("aaaaaaaa", false, 10);
    PhaseRecord taken = phase("bbbbbbbb", true, 20);
    PhaseRecord other = phase("cccccccc", true, 40);

    assertThat(costs.attribute(List.of(made, taken, alone(PhaseKind.SEARCH))))
        .containsExactly(taken);
    assertThat(costs.attribute(List.of(phase("aaaaaaaa", true, 10), taken, other)))
        .containsExactly(other);

    assertThat(costs.attributedBefore(List.of(made, taken, other, alone(PhaseKind.MAIN))))
        .isEqualTo(70);
    assertThat(costs.attributedBefore(List.of(phase("dddddddd", true, 5)))).isZero();
  }
}
