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
 * The charts that were drawn, and the reasons why others were not.
 *
 * @param drawn charts by name; a name with a slash belongs to a single cell
 * @param missing a sentence per reason, with the names of the charts concerned
 */
public record DrawnCharts(Map<String, Drawn> drawn, List<String> missing) {
  /** Name of the folder for chart files inside the report's folder. */
  public static final String FOLDER = "charts";

  /** Makes defensive copies. */
  public DrawnCharts {
    drawn = Collections.unmodifiableMap(new LinkedHashMap<>(drawn));
    missing = List.copyOf(missing);
  }

  /**
   * A chart and its SVG.
   *
   * @param chart the chart
   * @param svg SVG element for an HTML page, see {@link ChartRenderer#svg}
   */
  public record Drawn(Chart chart, String svg) {}

  /** No charts, none missing. */
  public static DrawnCharts empty() {
    return new DrawnCharts(Map.of(), List.of());
  }

  /** The chart with a name, if it was requested and could be drawn. */
  public Optional<Drawn> find(String name) {
    return Optional.ofNullable(drawn.get(name));
  }

  /** The charts of the whole run, without those of single cells, in the order requested. */
  public Stream<Drawn> ofRun() {
    return drawn.entrySet().stream()
        .filter(entry -> !entry.getKey().contains("/"))
        .map(Map.Entry::getValue);
  }

  /** Collects failure reasons, so that a reason shared by many charts is reported once. */
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
