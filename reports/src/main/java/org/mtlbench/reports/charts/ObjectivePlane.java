package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;

/**
 * The accuracies of two tasks against each other: the sweep of linear scalarisation, its weights
 * joined in their order, and every other method beside it.
 */
final class ObjectivePlane {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 500;
  private static final int MOST_PAIRS = 3;

  private ObjectivePlane() {}

  /** A picture for each pair of tasks; none where the run has no sweep on the dataset. */
  static List<Picture> of(String dataset, List<ChartRow> rows) {
    Map<String, List<ChartRow>> sweeps = sweeps(rows);
    if (sweeps.isEmpty()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.tasks().keySet()));
    List<String> tasks = List.copyOf(names);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size() && pictures.size() < MOST_PAIRS; j++) {
        String number = tasks.size() == 2 ? "" : "-" + (i + 1) + "-" + (j + 1);
        pictures.add(picture(dataset, number, tasks.get(i), tasks.get(j), rows, sweeps));
      }
    }
    return pictures;
  }

  /** Scalarisations of one architecture that differ in their weights, sorted by the first one. */
  private static Map<String, List<ChartRow>> sweeps(List<ChartRow> rows) {
    Map<String, List<ChartRow>> sweeps = new LinkedHashMap<>();
    rows.stream()
        .filter(ChartRow::isScalarisation)
        .sorted(Comparator.comparingDouble(ObjectivePlane::firstShare))
        .forEach(
            row -> sweeps.computeIfAbsent(row.architecture(), a -> new ArrayList<>()).add(row));
    sweeps
        .values()
        .removeIf(points -> points.stream().map(ChartRow::weights).distinct().count() < 2);
    return sweeps;
  }

  private static double firstShare(ChartRow row) {
    double sum = row.weights().stream().mapToDouble(Double::doubleValue).sum();
    return row.weights().get(0) / sum;
  }

  private static Picture picture(
      String dataset,
      String number,
      String first,
      String second,
      List<ChartRow> all,
      Map<String, List<ChartRow>> sweeps) {
    List<ChartRow> rows = all.stream().filter(row -> has(row, first, second)).toList();
    Set<ChartRow> joined =
        sweeps.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    List<ChartRow> others = rows.stream().filter(row -> !joined.contains(row)).toList();
    Scatter scatter = new Scatter(row -> row.tasks().get(first), row -> row.tasks().get(second));
    Title title = Title.of(dataset, "linear scalarisation and the other methods", rows);
    return new Picture(
        "sweep-" + Label.fileName(dataset) + number,
        title.words(),
        described(title, first, second, rows),
        WIDTH,
        HEIGHT,
        Picture.DENSE,
        canvas -> {
          XYChart chart = chart(first, second, scatter, rows);
          int line = 0;
          for (Map.Entry<String, List<ChartRow>> sweep : sweeps.entrySet()) {
            List<ChartRow> points =
                sweep.getValue().stream().filter(row -> has(row, first, second)).toList();
            scatter.addJoined(chart, "LS, weights joined · " + sweep.getKey(), points, line++);
          }
          scatter.add(chart, others);
          title.paintAbove(chart, canvas, WIDTH, HEIGHT);
        });
  }

  private static boolean has(ChartRow row, String first, String second) {
    return row.tasks().containsKey(first) && row.tasks().containsKey(second);
  }

  private static XYChart chart(String first, String second, Scatter scatter, List<ChartRow> rows) {
    XYChart chart = new XYChart(WIDTH, HEIGHT);
    Look.dress(chart.getStyler());
    chart.setXAxisTitle("Test accuracy, " + Label.shortened(first, 30) + " (%)");
    chart.setYAxisTitle("Test accuracy, " + Label.shortened(second, 30) + " (%)");
    Range across = Range.around(scatter.xEnds(rows), 1).within(0, 100);
    Range up = Range.around(scatter.yEnds(rows), 1).within(0, 100);
    chart.getStyler().setXAxisMin(across.low());
    chart.getStyler().setXAxisMax(across.high());
    chart.getStyler().setYAxisMin(up.low());
    chart.getStyler().setYAxisMax(up.high());
    return chart;
  }

  private static String described(Title title, String first, String second, List<ChartRow> rows) {
    Descriptions text = new Descriptions(title.words());
    Function<ChartRow, String> values =
        row ->
            String.format(
                Locale.ROOT,
                "%s %.2f %%, %s %.2f %%",
                Label.clean(first),
                row.tasks().get(first).mean(),
                Label.clean(second),
                row.tasks().get(second).mean());
    rows.forEach(row -> text.add(row, values.apply(row)));
    return text.text();
  }
}
