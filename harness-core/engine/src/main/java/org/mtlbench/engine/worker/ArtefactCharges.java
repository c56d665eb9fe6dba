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
 * The artefacts whose making a cell has paid for. Each is charged once, however many of the cell's
 * trials use it, and its training after them.
 */
final class ArtefactCharges {
  private final Set<String> charged = new TreeSet<>();

  /**
   * Charges that were made before.
   *
   * @param keys of artefacts
   */
  ArtefactCharges(Collection<String> keys) {
    charged.addAll(keys);
  }

  /** The keys of all artefacts charged so far, sorted. */
  List<String> keys() {
    return List.copyOf(charged);
  }

  /**
   * Charges the artefacts of a trial.
   *
   * @param phases that came to their end
   * @return those that took an artefact over whose making was not charged before: their times come
   *     on top of what has elapsed
   */
  List<PhaseRecord> charge(List<PhaseRecord> phases) {
    List<PhaseRecord> takenOver = new ArrayList<>();
    for (PhaseRecord phase : phases) {
      if (phase.artefact().filter(this::chargeFirst).isPresent()) {
        takenOver.add(phase);
      }
    }
    return takenOver;
  }

  /** Charges a use; whether it was taken over and is charged for the first time. */
  private boolean chargeFirst(ArtefactUse use) {
    return charged.add(use.key()) && use.reused();
  }

  /**
   * How much of the phases' search time was charged to a trial already, in seconds.
   *
   * @param phases of the training after the trials
   */
  double chargedBefore(List<PhaseRecord> phases) {
    return phases.stream()
        .filter(phase -> phase.kind() == PhaseKind.SEARCH)
        .filter(phase -> phase.artefact().filter(use -> charged.contains(use.key())).isPresent())
        .mapToDouble(PhaseRecord::wallSeconds)
        .sum();
  }
}
