package org.mtlbench.results;

import org.mtlbench.results.check.Check;

/**
 * Properties that prevent a comparison with published results.
 *
 * @param syntheticData whether the dataset is generated
 * @param unverifiedData whether the checksums of the data do not match the expected ones, or were
 *     not checked
 * @param budget factor on the epochs of every phase, above 0; 1 is the full protocol
 */
public record FlagsRecord(boolean syntheticData, boolean unverifiedData, double budget) {
  /** Checks the range. */
  public FlagsRecord {
    Check.positive("flags.budget", budget);
  }
}
