package org.mtlbench.reports.plot;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sanitises text for labels of charts. */
public final class Label {
  /** Placeholder for a text that has no printable character. */
  public static final String PLACEHOLDER = "-";

  // Unpaired surrogates and characters that XML 1.0 does not allow would make the document invalid;
  // directional controls would reverse the rest of a line.
  private static final Pattern UNFIT =
      Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u202a-\\u202e\\u2066-\\u2069]+");
  private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9]+");

  private Label() {}

  /** A single line without control characters. */
  public static String clean(String text) {
    String line = UNFIT.matcher(text).replaceAll(" ").strip();
    return line.isEmpty() ? PLACEHOLDER : line;
  }

  /**
   * A single line, shortened with an ellipsis.
   *
   * @param most maximum number of characters
   */
  public static String shortened(String text, int most) {
    String line = clean(text);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /** A valid file name on every common file system. */
  public static String fileName(String text) {
    String ascii = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String name = UNSAFE.matcher(ascii).replaceAll("-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "unnamed" : name.substring(0, Math.min(name.length(), 60));
  }
}
