package org.mtlbench.engine.worker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mtlbench.results.ArtefactUse;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;

/**
 * The artefacts whose cost a cell includes. Each is attributed once, no matter how many trials of
 * the cell and its final training use it.
 */
final class CostAttribution {
  private final Set<String> keys = new TreeSet<>();

  /**
   * Restores earlier attributions.
   *
   * @param earlier keys of artefacts
   */
  CostAttribution(Collection<String> earlier) {
    keys.addAll(earlier);
  }

  /** The keys of all artefacts attributed so far, sorted. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  /** Whether the cell includes the cost of an artefact. */
  boolean includes(String key) {
    return keys.contains(key);
  }

  /**
   * Attributes the artefacts of a trial.
   *
   * @param phases the trial's completed phases
   * @return the phases that reused an artefact whose cost was not attributed before; their times
   *     are added to the elapsed time
   */
  List<PhaseRecord> attribute(List<PhaseRecord> phases) {
    List<PhaseRecord> reused = new ArrayList<>();
    for (PhaseRecord phase : phases) {
      if (phase.artefact().filter(this::attributeFirst).isPresent()) {
        reused.add(phase);
      }
    }
    return reused;
  }

  /** Attributes a use; returns whether it is a reuse attributed for the first time. */
  private boolean attributeFirst(ArtefactUse use) {
    return keys.add(use.key()) && use.reused();
  }

  /**
   * The search time of the phases that was attributed to a trial already, in seconds.
   *
   * @param phases phases of the training after the trials
   */
  double attributedBefore(List<PhaseRecord> phases) {
    return phases.stream()
        .filter(phase -> phase.kind() == PhaseKind.SEARCH)
        .filter(phase -> phase.artefact().filter(use -> keys.contains(use.key())).isPresent())
        .mapToDouble(PhaseRecord::wallSeconds)
        .sum();
  }
}
