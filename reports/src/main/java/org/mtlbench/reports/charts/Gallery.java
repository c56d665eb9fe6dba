package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures that were drawn, and why others were not.
 *
 * @param drawn by name; names with a slash are those of single cells
 * @param missing a sentence for each reason, with the names it holds for
 */
public record Gallery(Map<String, Drawn> drawn, List<String> missing) {
  /** Where a report keeps the files. */
  public static final String FOLDER = "charts";

  /** Keeps copies. */
  public Gallery {
    drawn = Collections.unmodifiableMap(new LinkedHashMap<>(drawn));
    missing = List.copyOf(missing);
  }

  /**
   * A picture with its vector graphics.
   *
   * @param picture what was drawn
   * @param svg a whole document
   */
  public record Drawn(Picture picture, String svg) {}

  /** No pictures, none missing. */
  public static Gallery empty() {
    return new Gallery(Map.of(), List.of());
  }

  /** The picture of a name, if it was asked for and could be drawn. */
  public Optional<Drawn> find(String name) {
    return Optional.ofNullable(drawn.get(name));
  }

  /** Those of the run as a whole, in the order in which they were asked for. */
  public Stream<Drawn> ofRun() {
    return drawn.entrySet().stream()
        .filter(entry -> !entry.getKey().contains("/"))
        .map(Map.Entry::getValue);
  }

  /** Collects reasons, so that one that holds for many pictures is said once. */
  static final class Reasons {
    private final Map<String, List<String>> names = new LinkedHashMap<>();

    void add(String name, String reason) {
      names.computeIfAbsent(reason, r -> new ArrayList<>()).add(name);
    }

    List<String> sentences() {
      return names.entrySet().stream()
          .map(entry -> described(entry.getValue()) + ": " + entry.getKey())
          .toList();
    }

    private static String described(List<String> names) {
      int others = names.size() - 1;
      return "picture "
          + names.get(0)
          + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others"));
    }
  }
}
