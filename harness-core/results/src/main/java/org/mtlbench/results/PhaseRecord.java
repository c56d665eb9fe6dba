package org.mtlbench.results;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * One phase of a cell's training.
 *
 * @param name the method's name for the phase
 * @param kind to which its time is attributed
 * @param epochs epochs trained, repetitions included; 0 for a phase that trains nothing
 * @param wallSeconds elapsed time, at least 0
 * @param cpuSeconds processor time of the worker over all threads, at least 0
 * @param artefact artefact shared with other cells; absent if there is none
 * @param trains the reported network that it trains; absent if it trains another model or none, and
 *     in records of earlier versions
 */
public record PhaseRecord(
    String name,
    PhaseKind kind,
    int epochs,
    double wallSeconds,
    double cpuSeconds,
    Optional<ArtefactUse> artefact,
    Optional<String> trains) {
  /** Checks the ranges. */
  public PhaseRecord {
    Check.text("phase.name", name);
    Objects.requireNonNull(kind, "phase.kind");
    Check.atLeast("phase.epochs", 0, epochs);
    Check.notNegative("phase.wall-seconds", wallSeconds);
    Check.notNegative("phase.cpu-seconds", cpuSeconds);
    Objects.requireNonNull(artefact, "phase.artefact");
    Objects.requireNonNull(trains, "phase.trains");
  }

  /** A phase without artefact that trains no reported network. */
  public PhaseRecord(
      String name, PhaseKind kind, int epochs, double wallSeconds, double cpuSeconds) {
    this(name, kind, epochs, wallSeconds, cpuSeconds, Optional.empty(), Optional.empty());
  }

  /** A copy with the reported network that the phase trains. */
  public PhaseRecord training(Optional<String> network) {
    return new PhaseRecord(name, kind, epochs, wallSeconds, cpuSeconds, artefact, network);
  }

  /** A copy with an artefact. */
  public PhaseRecord sharing(ArtefactUse use) {
    return new PhaseRecord(name, kind, epochs, wallSeconds, cpuSeconds, Optional.of(use), trains);
  }
}
