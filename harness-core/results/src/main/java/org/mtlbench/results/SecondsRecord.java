package org.mtlbench.results;

import java.util.List;
import org.mtlbench.results.check.Check;

/**
 * Elapsed time of a cell in seconds. The time of an artefact (a teacher, a sparse model) is
 * attributed to every cell that uses it.
 *
 * @param main phases of kind main
 * @param search phases of kind search, and the trials of a tuned cell
 * @param total both, plus any other time counted by the caller; at least 0
 */
public record SecondsRecord(double main, double search, double total) {
  /** Checks the ranges. */
  public SecondsRecord {
    Check.notNegative("seconds.main", main);
    Check.notNegative("seconds.search", search);
    Check.notNegative("seconds.total", total);
  }

  /** Sums the wall-clock times of phases by kind; the total is the sum of both. */
  public static SecondsRecord of(List<PhaseRecord> phases) {
    double main = sum(phases, PhaseKind.MAIN);
    double search = sum(phases, PhaseKind.SEARCH);
    return new SecondsRecord(main, search, main + search);
  }

  /** A copy with more search time. */
  public SecondsRecord plusSearch(double seconds) {
    return new SecondsRecord(main, search + seconds, total + seconds);
  }

  private static double sum(List<PhaseRecord> phases, PhaseKind kind) {
    return phases.stream()
        .filter(phase -> phase.kind() == kind)
        .mapToDouble(PhaseRecord::wallSeconds)
        .sum();
  }
}
