package org.mtlbench.reports.model;

import java.util.regex.Pattern;

/** Converts text to a single line. */
public final class SingleLine {
  // Directional overrides would reverse the rest of a line in any format.
  private static final Pattern BREAKS =
      Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

  private SingleLine() {}

  /** Replaces line breaks, control characters and runs of white space by single spaces. */
  public static String of(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }
}
