package org.mtlbench.engine.worker;

import org.mtlbench.api.method.DivergedException;
import org.mtlbench.engine.plugins.Reasons;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;

/**
 * The outcome of a cell or a trial that did not succeed.
 *
 * @param status failed or diverged
 * @param kind what happened
 * @param reason reason in one line, without names of Java types
 */
record Failure(CellStatus status, FailureKind kind, String reason) {
  /** Creates a failure from an exception of a plugin or the engine. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof FailedSearchException search) {
      return search.failure();
    }
    CellStatus status =
        thrown instanceof DivergedException ? CellStatus.DIVERGED : CellStatus.FAILED;
    FailureKind kind = ThrownFailure.kind(thrown);
    String reason = Reasons.of(thrown);
    return new Failure(
        status,
        kind,
        kind == FailureKind.OUT_OF_DEVICE_MEMORY
            ? "out of GPU memory: " + ThrownFailure.DEVICE_ADVICE + " (" + reason + ")"
            : reason);
  }
}
