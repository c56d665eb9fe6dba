package org.mtlbench.results;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * How a cell ended.
 *
 * @param status done, or why not
 * @param reason why it is not done, one sentence; absent exactly when it is
 * @param failure what happened to its worker; absent if the cell is done or diverged, and in early
 *     records
 */
public record CellEnding(
    CellStatus status, Optional<String> reason, Optional<FailureRecord> failure) {
  /** Checks that status and contents agree. */
  public CellEnding {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason").ifPresent(text -> Check.text("reason", text));
    Objects.requireNonNull(failure, "failure");
    if (status == CellStatus.DONE) {
      if (reason.isPresent()) {
        throw Check.refused("reason", "\"" + reason.get() + "\"", "none, the cell is done");
      }
      if (failure.isPresent()) {
        throw Check.refused("failure", failure.get().kind().name(), "none, the cell is done");
      }
    } else if (reason.isEmpty()) {
      throw Check.refused("reason", "none", "a text, the cell is " + status.word());
    }
  }
}
