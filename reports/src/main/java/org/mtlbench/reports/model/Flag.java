package org.mtlbench.reports.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a reader has to know before a number is compared with another. */
public enum Flag {
  /** A seed has not run yet. */
  MISSING("missing"),
  /** A seed failed. */
  FAILED("failed"),
  /** A seed's losses or parameters were no longer finite. */
  DIVERGED("diverged"),
  /** A seed took too long. */
  TIMEOUT("timeout"),
  /** The data is drawn by the program. */
  SYNTHETIC_DATA("synthetic data"),
  /** The data's checksums were not those expected. */
  UNVERIFIED_DATA("unverified data"),
  /** Fewer epochs than the protocol's. */
  REDUCED_BUDGET("reduced budget"),
  /** More epochs than the protocol's. */
  EXTENDED_BUDGET("extended budget"),
  /** On some task no better than a constant answer. */
  COLLAPSED("collapsed");

  /** What can be said of a seed that is done. */
  public static final Set<Flag> OF_RESULTS =
      Collections.unmodifiableSet(EnumSet.range(SYNTHETIC_DATA, COLLAPSED));

  private final String words;

  Flag(String words) {
    this.words = words;
  }

  /** The flag in words. */
  public String words() {
    return words;
  }
}
