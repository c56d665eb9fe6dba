package org.mtlbench.reports.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A reason to be careful when comparing a row with others. */
public enum Flag {
  /** A seed has not run yet. */
  MISSING("missing"),
  /** A seed failed. */
  FAILED("failed"),
  /** A seed's losses or parameters became NaN or infinite. */
  DIVERGED("diverged"),
  /** A seed exceeded its time limit. */
  TIMEOUT("timeout"),
  /** The data is synthetic. */
  SYNTHETIC_DATA("synthetic data"),
  /** The checksums of the data do not match the expected ones. */
  UNVERIFIED_DATA("unverified data"),
  /** Fewer epochs than the protocol. */
  REDUCED_BUDGET("reduced budget"),
  /** More epochs than the protocol. */
  EXTENDED_BUDGET("extended budget"),
  /** On some task no better than the constant predictor. */
  COLLAPSED("collapsed");

  /** The flags that apply to a finished seed. */
  public static final Set<Flag> OF_RESULTS =
      Collections.unmodifiableSet(EnumSet.range(SYNTHETIC_DATA, COLLAPSED));

  private final String displayName;

  Flag(String displayName) {
    this.displayName = displayName;
  }

  /** The name shown in tables. */
  public String displayName() {
    return displayName;
  }
}
