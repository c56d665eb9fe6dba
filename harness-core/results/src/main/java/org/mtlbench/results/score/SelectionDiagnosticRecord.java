package org.mtlbench.results.score;

import java.util.Objects;

/**
 * The test scores that other rules of selecting an epoch would have reported. For diagnosis only:
 * the best epoch on the test split is chosen with the answers at hand.
 *
 * @param lastEpoch test scores of the last epoch
 * @param bestOnTest test scores of the epoch that is best on the test split, by the score that
 *     selects the reported model on validation
 */
public record SelectionDiagnosticRecord(SplitRecord lastEpoch, SplitRecord bestOnTest) {
  /** Checks for null. */
  public SelectionDiagnosticRecord {
    Objects.requireNonNull(lastEpoch, "last-epoch");
    Objects.requireNonNull(bestOnTest, "best-on-test");
  }
}
