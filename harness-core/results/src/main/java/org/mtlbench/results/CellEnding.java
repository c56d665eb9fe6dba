package org.mtlbench.results;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * How a cell ended.
 *
 * @param status done, or the kind of failure
 * @param reason why it is not done, one sentence; absent if and only if it is done
 * @param failure failure of the worker; absent if the cell is done or diverged, and in records of
 *     earlier versions
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
        throw Check.rejected("reason", "\"" + reason.get() + "\"", "none, the cell is done");
      }
      if (failure.isPresent()) {
        throw Check.rejected("failure", failure.get().kind().name(), "none, the cell is done");
      }
    } else if (reason.isEmpty()) {
      throw Check.rejected("reason", "none", "a text, the cell is " + status.word());
    }
  }
}
