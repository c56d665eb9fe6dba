package org.mtlbench.reports.model;

import java.util.regex.Pattern;

/** Text of any origin on one line. */
public final class OneLine {
  // Directional overrides would turn the rest of a line around, whatever the format.
  private static final Pattern BREAKS =
      Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

  private OneLine() {}

  /** The text with line breaks, control characters and runs of white space as single spaces. */
  public static String of(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }
}
