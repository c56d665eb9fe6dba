package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartRenderer;

/**
 * Charts that were drawn, and why others were not.
 *
 * @param drawn by name; names with a slash are those of single cells
 * @param missing a sentence for each reason, with the names it holds for
 */
public record DrawnCharts(Map<String, Drawn> drawn, List<String> missing) {
  /** Where a report keeps the files. */
  public static final String FOLDER = "charts";

  /** Keeps copies. */
  public DrawnCharts {
    drawn = Collections.unmodifiableMap(new LinkedHashMap<>(drawn));
    missing = List.copyOf(missing);
  }

  /**
   * A chart with its vector graphics.
   *
   * @param chart what was drawn
   * @param svg an element for a page, see {@link ChartRenderer#svg}
   */
  public record Drawn(Chart chart, String svg) {}

  /** No charts, none missing. */
  public static DrawnCharts empty() {
    return new DrawnCharts(Map.of(), List.of());
  }

  /** The chart of a name, if it was asked for and could be drawn. */
  public Optional<Drawn> find(String name) {
    return Optional.ofNullable(drawn.get(name));
  }

  /** Those of the run as a whole, in the order in which they were asked for. */
  public Stream<Drawn> ofRun() {
    return drawn.entrySet().stream()
        .filter(entry -> !entry.getKey().contains("/"))
        .map(Map.Entry::getValue);
  }

  /** Collects reasons, so that one that holds for many charts is reported once. */
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
      return "chart "
          + names.get(0)
          + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others"));
    }
  }
}
