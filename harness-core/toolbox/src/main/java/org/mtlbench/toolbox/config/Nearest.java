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
  /** Texts are compared up to this length. */
  private static final int MAX_LENGTH = 200;

  /** Names with a larger edit distance are not suggested. */
  private static final int MAX_EDITS = 2;

  private Nearest() {}

  /**
   * The name with the smallest edit distance, ignoring case; among equals the one with the highest
   * Jaro-Winkler similarity (as for swapped letters), then the first in order.
   *
   * @return empty if no name is within two edits, or if the edit distance is not smaller than a
   *     word's length
   */
  public static Optional<String> find(String given, Collection<String> names) {
    String start = given.substring(0, Math.min(MAX_LENGTH, given.length()));
    String wanted = start.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    ToIntFunction<String> edits = name -> distance.apply(wanted, name.toLowerCase(Locale.ROOT));
    JaroWinklerDistance dissimilarity = new JaroWinklerDistance();
    Comparator<String> nearest =
        Comparator.comparingInt(edits)
            .thenComparingDouble(
                name -> dissimilarity.apply(wanted, name.toLowerCase(Locale.ROOT)));
    return names.stream()
        .filter(name -> edits.applyAsInt(name) <= MAX_EDITS)
        // Otherwise nothing of a short word would remain.
        .filter(name -> edits.applyAsInt(name) < Math.min(wanted.length(), name.length()))
        .min(nearest);
  }

  /**
   * A phrase that completes "expected ...": all names, and the nearest if there are several and one
   * is likely meant.
   *
   * @param given what the user wrote
   * @param names the valid names in display order; may be empty
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
        + find(given, names).map(name -> " (nearest: '" + name + "')").orElse("");
  }
}
