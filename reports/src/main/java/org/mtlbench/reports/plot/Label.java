package org.mtlbench.reports.plot;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Foreign text where a chart has little room for it. */
public final class Label {
  /** What stands for a text of which nothing is left. */
  public static final String NOTHING = "-";

  // Surrogates left alone, and what XML 1.0 cannot hold, would spoil the whole document; controls
  // of the direction of text would turn the rest of a line around.
  private static final Pattern UNFIT =
      Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u202a-\\u202e\\u2066-\\u2069]+");
  private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9]+");

  private Label() {}

  /** One line without control characters. */
  public static String clean(String text) {
    String line = UNFIT.matcher(text).replaceAll(" ").strip();
    return line.isEmpty() ? NOTHING : line;
  }

  /** One line of at most so many characters, the rest an ellipsis. */
  public static String shortened(String text, int most) {
    String line = clean(text);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /** Fit for a file name on any system. */
  public static String fileName(String text) {
    String ascii = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String name = UNSAFE.matcher(ascii).replaceAll("-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "unnamed" : name.substring(0, Math.min(name.length(), 60));
  }
}
