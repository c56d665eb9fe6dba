package org.mtlbench.results;

import java.util.List;
import java.util.Objects;

/**
 * How a cell's worker failed.
 *
 * @param kind what happened
 * @param logTail the last lines of what the worker printed, long ones cut; may be empty
 */
public record FailureRecord(FailureKind kind, List<String> logTail) {
  /** Checks presence and keeps a copy of the list. */
  public FailureRecord {
    Objects.requireNonNull(kind, "kind");
    logTail = List.copyOf(logTail);
  }
}
