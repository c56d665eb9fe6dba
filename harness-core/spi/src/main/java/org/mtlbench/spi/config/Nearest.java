package org.mtlbench.spi.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the valid name that a user most likely meant. */
public final class Nearest {
  /** More of a text is not compared. */
  private static final int LONGEST = 200;

  private Nearest() {}

  /**
   * The name with the smallest edit distance, letter case aside; among equals the one with most
   * letters in common (Jaro-Winkler), as of two letters swapped, and then the first in order.
   *
   * @return empty only if there are no names
   */
  public static Optional<String> to(String given, Collection<String> names) {
    String start = given.substring(0, Math.min(LONGEST, given.length()));
    String wanted = start.toLowerCase(Locale.ROOT);
    LevenshteinDistance edits = LevenshteinDistance.getDefaultInstance();
    JaroWinklerDistance unlike = new JaroWinklerDistance();
    Comparator<String> nearest =
        Comparator.<String>comparingInt(name -> edits.apply(wanted, name.toLowerCase(Locale.ROOT)))
            .thenComparingDouble(name -> unlike.apply(wanted, name.toLowerCase(Locale.ROOT)));
    return names.stream().min(nearest);
  }

  /**
   * A phrase that completes "expected ...": every name, and the nearest if there is a choice.
   *
   * @param given what the user wrote
   * @param names the valid names in the order to show; may be empty
   */
  public static String allowed(String given, Collection<String> names) {
    if (names.isEmpty()) {
      return "nothing, since there is nothing to choose from";
    }
    if (names.size() == 1) {
      return "'" + names.iterator().next() + "'";
    }
    return "one of "
        + String.join(", ", names)
        + " (nearest: '"
        + to(given, names).orElseThrow()
        + "')";
  }
}
