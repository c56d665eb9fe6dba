package org.mtlbench.toolbox.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.commons.text.similarity.JaroWinklerDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the valid name that a user most likely meant. */
public final class Nearest {
  /** More of a text is not compared. */
  private static final int MAX_LENGTH = 200;

  /** Names with more edits than this are too unlike to be meant. */
  private static final int MAX_EDITS = 2;

  private Nearest() {}

  /**
   * The name with the smallest edit distance, letter case aside; among equals the one with most
   * letters in common (Jaro-Winkler), as of two letters swapped, and then the first in order.
   *
   * @return empty if no name is within two edits, or if a word is no longer than its edits
   */
  public static Optional<String> to(String given, Collection<String> names) {
    String start = given.substring(0, Math.min(MAX_LENGTH, given.length()));
    String wanted = start.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    ToIntFunction<String> edits = name -> distance.apply(wanted, name.toLowerCase(Locale.ROOT));
    JaroWinklerDistance unlike = new JaroWinklerDistance();
    Comparator<String> nearest =
        Comparator.comparingInt(edits)
            .thenComparingDouble(name -> unlike.apply(wanted, name.toLowerCase(Locale.ROOT)));
    return names.stream()
        .filter(name -> edits.applyAsInt(name) <= MAX_EDITS)
        // fewer than letters, or nothing of the short word would be left
        .filter(name -> edits.applyAsInt(name) < Math.min(wanted.length(), name.length()))
        .min(nearest);
  }

  /**
   * A phrase that completes "expected ...": every name, and the nearest if there is a choice and
   * one is likely meant.
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
        + to(given, names).map(name -> " (nearest: '" + name + "')").orElse("");
  }
}
