package org.mtlbench.results;

import java.util.List;
import java.util.Objects;

/**
 * How a cell's worker failed.
 *
 * @param kind kind of failure
 * @param logTail last lines of the worker's log, long lines truncated; may be empty
 */
public record FailureRecord(FailureKind kind, List<String> logTail) {
  /** Checks for null and makes a defensive copy of the list. */
  public FailureRecord {
    Objects.requireNonNull(kind, "kind");
    logTail = List.copyOf(logTail);
  }
}
