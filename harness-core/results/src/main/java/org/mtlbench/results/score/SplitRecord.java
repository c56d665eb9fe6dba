package org.mtlbench.results.score;

import java.util.Objects;
import org.mtlbench.results.check.Check;

/**
 * Scores and losses of a cell's final model on one split.
 *
 * @param scores every metric of every task, see {@link TaskRecord#metrics}
 * @param losses mean loss per task, in task order; empty if not measured
 */
public record SplitRecord(Scores scores, TaskValues losses) {
  /** Checks for null. */
  public SplitRecord {
    Objects.requireNonNull(losses, "losses");
    if (Objects.requireNonNull(scores, "scores").byTask().isEmpty()) {
      throw Check.rejected("scores", "none", "at least one task");
    }
  }
}
