package org.mtlbench.reports;

import java.util.Objects;
import java.util.OptionalDouble;
import org.mtlbench.reports.statistics.Difference;

/**
 * Two rows of a dataset compared by Student's paired t test over the seeds that both have.
 *
 * @param first the row that the plan names first, or the best one
 * @param second the other
 * @param difference of their headlines, second minus first, in displayed units, with the p value of
 *     this test alone
 * @param corrected the p value after Holm's correction over the whole run; absent if nothing varies
 * @param significant whether the corrected p value is below 0.05
 */
public record RowTest(
    ResultRow first,
    ResultRow second,
    Difference difference,
    OptionalDouble corrected,
    boolean significant) {
  /** Checks presence. */
  public RowTest {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(difference, "difference");
    Objects.requireNonNull(corrected, "corrected");
  }
}
