package org.mtlbench.results;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * One phase of a cell's training.
 *
 * @param name the method's name for it
 * @param kind what its time counts as
 * @param epochs epochs trained, repetitions included, at least 0; 0 for a phase that trains nothing
 * @param wallSeconds elapsed time, at least 0
 * @param cpuSeconds processor time of the worker, all threads, at least 0
 * @param artefact what it shares with other cells; absent if it shares nothing
 * @param trains the reported network that it trains; absent if it trains another model or none, and
 *     in records written before this key existed
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

  /** A phase that shares nothing with other cells and trains no reported network. */
  public PhaseRecord(
      String name, PhaseKind kind, int epochs, double wallSeconds, double cpuSeconds) {
    this(name, kind, epochs, wallSeconds, cpuSeconds, Optional.empty(), Optional.empty());
  }

  /** The same phase with the reported network that it trains. */
  public PhaseRecord training(Optional<String> network) {
    return new PhaseRecord(name, kind, epochs, wallSeconds, cpuSeconds, artefact, network);
  }

  /** The same phase with what it shares. */
  public PhaseRecord sharing(ArtefactUse use) {
    return new PhaseRecord(name, kind, epochs, wallSeconds, cpuSeconds, Optional.of(use), trains);
  }
}
