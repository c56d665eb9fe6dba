package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.Styler;

/**
 * Test accuracy of each task as bars from 0 on, with intervals where there are several seeds.
 * Dashed lines show the constant predictor.
 */
final class TaskBars {
  /** More rows than this would be hairs, not bars. */
  static final int MOST_ROWS = 24;

  private static final int LEAST_WIDTH = 760;
  private static final int BAR_WIDTH = 22;
  private static final int HEIGHT = 480;
  private static final int MOST_LETTERS = 26;

  private TaskBars() {}

  static Picture of(String dataset, List<ChartRow> all) {
    List<ChartRow> rows = best(all);
    Set<String> tasks =
        rows.stream()
            .flatMap(row -> row.tasks().keySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String subject =
        "test accuracy per task"
            + (rows.size() < all.size() ? ", best " + rows.size() + " of " + all.size() : "");
    Title named = Title.of(dataset, subject, rows);
    Title title =
        rows.get(0).constants().isEmpty() ? named : named.with("dashed: constant predictor");
    int width = Math.max(LEAST_WIDTH, 180 + rows.size() * (tasks.size() * BAR_WIDTH + 14));
    return new Picture(
        "tasks-" + Label.fileName(dataset),
        title.words(),
        described(title, rows),
        width,
        HEIGHT,
        Picture.DENSE,
        canvas -> title.paintAbove(chart(width, rows, List.copyOf(tasks)), canvas, width, HEIGHT));
  }

  private static List<ChartRow> best(List<ChartRow> rows) {
    if (rows.size() <= MOST_ROWS) {
      return rows;
    }
    return rows.stream()
        .sorted(Comparator.comparingDouble((ChartRow row) -> row.mean().mean()).reversed())
        .limit(MOST_ROWS)
        .toList();
  }

  private static CategoryChart chart(int width, List<ChartRow> rows, List<String> tasks) {
    CategoryChart chart = new CategoryChart(width, HEIGHT);
    Look.dress(chart.getStyler());
    Map<String, Double> constants = rows.get(0).constants();
    chart.setYAxisTitle("Test accuracy (%)");
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(top(rows));
    constants.values().stream()
        .distinct()
        .forEach(accuracy -> chart.addAnnotation(new AnnotationLine(accuracy, false, false)));
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setXAxisLabelRotation(35);
    chart.getStyler().setXAxisMaxLabelCount(0);
    chart.getStyler().setXAxisTickMarkSpacingHint(1);
    chart.getStyler().setAvailableSpaceFill(0.82);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    List<String> names = names(rows);
    for (int i = 0; i < tasks.size(); i++) {
      List<Double> heights = new ArrayList<>();
      List<Double> intervals = new ArrayList<>();
      for (ChartRow row : rows) {
        Optional<Estimate> value = Optional.ofNullable(row.tasks().get(tasks.get(i)));
        heights.add(value.map(Estimate::mean).orElse(null));
        // Not a number draws nothing; 0 would draw a cap, as if a single seed had an interval.
        intervals.add(value.map(v -> v.halfWidth().orElse(Double.NaN)).orElse(Double.NaN));
      }
      CategorySeries series = chart.addSeries("task " + i, names, heights, intervals);
      series.setLabel(
          Label.shortened(tasks.get(i), MOST_LETTERS) + constant(constants, tasks.get(i)));
      series.setFillColor(Look.area(i));
    }
    return chart;
  }

  /** Names of the bars; they have to differ. */
  private static List<String> names(List<ChartRow> rows) {
    Map<String, Long> uses =
        rows.stream().collect(Collectors.groupingBy(ChartRow::series, Collectors.counting()));
    List<String> names = new ArrayList<>();
    for (ChartRow row : rows) {
      boolean alone = uses.get(row.series()) == 1;
      String name =
          alone || row.detail().isEmpty() ? row.series() : row.series() + " " + row.detail();
      String label = Label.shortened(name, MOST_LETTERS);
      String unique = label;
      for (int n = 2; names.contains(unique); n++) {
        unique = label + " #" + n;
      }
      names.add(unique);
    }
    return names;
  }

  private static String constant(Map<String, Double> constants, String task) {
    return constants.containsKey(task)
        ? String.format(Locale.ROOT, " (constant: %.2f %%)", constants.get(task))
        : "";
  }

  private static double top(List<ChartRow> rows) {
    double highest =
        rows.stream()
            .flatMap(row -> row.tasks().values().stream())
            .mapToDouble(Estimate::high)
            .max()
            .orElse(0);
    // A little more than 100, so that a full bar has an end.
    return Math.min(100.5, Math.max(1, 1.05 * highest));
  }

  private static String described(Title title, List<ChartRow> rows) {
    Descriptions text =
        new Descriptions(
            title.words()
                + rows.get(0).constants().entrySet().stream()
                    .map(
                        task ->
                            String.format(
                                Locale.ROOT,
                                "%s %.2f %%",
                                Label.clean(task.getKey()),
                                task.getValue()))
                    .reduce((one, other) -> one + ", " + other)
                    .map(constants -> ". Constant predictor " + constants + ". Rows")
                    .orElse(""));
    for (ChartRow row : rows) {
      text.add(
          row,
          row.tasks().entrySet().stream()
              .map(
                  task ->
                      String.format(
                          Locale.ROOT,
                          "%s %.2f %%",
                          Label.clean(task.getKey()),
                          task.getValue().mean()))
              .collect(Collectors.joining(", ")));
    }
    return text.text();
  }
}
