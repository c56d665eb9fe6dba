package org.mtlbench.engine.worker;

import java.io.Serial;
import java.util.List;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.TrialRecord;

/** Thrown if no trial of a search succeeded, so there is no config to train. */
final class FailedSearchException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final CellStatus status;

  /**
   * Creates the exception: diverged if all trials diverged, otherwise failed, with the reason of
   * the first such trial.
   *
   * @param trials number of trials, at least one
   */
  FailedSearchException(List<TrialRecord> trials) {
    this(
        trials.stream()
            .filter(trial -> trial.status() == CellStatus.FAILED)
            .findFirst()
            .orElse(trials.get(0)),
        trials.size());
  }

  private FailedSearchException(TrialRecord telling, int trials) {
    super(
        (trials == 1 ? "the only trial " : "none of " + trials + " trials was done: trial ")
            + (trials == 1 ? "" : telling.number() + " ")
            + telling.status().word()
            + ": "
            + telling.reason().orElseThrow());
    status = telling.status();
  }

  Failure failure() {
    return new Failure(status, ThrownFailure.kind(this), getMessage());
  }
}
