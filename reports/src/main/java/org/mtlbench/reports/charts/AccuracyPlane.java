package org.mtlbench.reports.charts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;

/** Mean test accuracy against what it costs. */
final class AccuracyPlane {
  private static final int WIDTH = 760;
  private static final int LEAST_HEIGHT = 440;
  private static final int LEGEND_LINE = 26;
  private static final double PERCENT = 100;
  // From here on a linear axis would push the quick ones together.
  private static final double DECADES_FROM = 15;

  private AccuracyPlane() {}

  /** Against the share of zero rows; absent if no row has any. */
  static Optional<Picture> againstSparsity(String dataset, List<ChartRow> all) {
    List<ChartRow> rows = all.stream().filter(row -> row.sr().isPresent()).toList();
    // A column of points above 0 says nothing that the bars do not say better.
    if (rows.stream().noneMatch(row -> row.sr().orElseThrow().mean() > 0)) {
      return Optional.empty();
    }
    Scatter scatter = new Scatter(row -> row.sr().orElseThrow(), ChartRow::mean);
    Title title = title(dataset, "accuracy against sparsity", scatter, rows);
    return Optional.of(
        new Picture(
            "accuracy-sparsity-" + Label.fileName(dataset),
            title.words(),
            described(title, "sparsity rate", "%", row -> row.sr().orElseThrow(), rows),
            WIDTH,
            height(rows),
            Picture.DENSE,
            canvas -> {
              XYChart chart = chart("SR, share of zero rows (%)", scatter, rows);
              double most = scatter.xEnds(rows).max().orElseThrow();
              chart.getStyler().setXAxisMin(0.0);
              chart.getStyler().setXAxisMax(Math.min(PERCENT, Math.max(10, 1.1 * most)));
              scatter.add(chart, rows);
              title.paintAbove(chart, canvas, WIDTH, height(rows));
            }));
  }

  /** Against the total time; absent if no row has one. */
  static Optional<Picture> againstTime(String dataset, List<ChartRow> all) {
    Function<ChartRow, Estimate> minutes = row -> row.minutes().orElseThrow();
    List<ChartRow> rows =
        all.stream().filter(row -> row.minutes().filter(m -> m.mean() > 0).isPresent()).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Scatter scatter = new Scatter(minutes, ChartRow::mean);
    Title title = title(dataset, "accuracy against time", scatter, rows);
    double least = rows.stream().map(minutes).mapToDouble(Estimate::mean).min().orElseThrow();
    double most = scatter.xEnds(rows).max().orElseThrow();
    boolean decades = most / least > DECADES_FROM && scatter.xEnds(rows).min().orElseThrow() > 0;
    return Optional.of(
        new Picture(
            "accuracy-time-" + Label.fileName(dataset),
            title.words(),
            described(title, "total time", "min", minutes, rows),
            WIDTH,
            height(rows),
            Picture.DENSE,
            canvas -> {
              String axis = "Total time (min" + (decades ? ", logarithmic)" : ")");
              XYChart chart = chart(axis, scatter, rows);
              if (decades) {
                chart.getStyler().setXAxisLogarithmic(true);
              } else {
                chart.getStyler().setXAxisMin(0.0);
              }
              scatter.add(chart, rows);
              title.paintAbove(chart, canvas, WIDTH, height(rows));
            }));
  }

  private static XYChart chart(String axis, Scatter scatter, List<ChartRow> rows) {
    XYChart chart = new XYChart(WIDTH, height(rows));
    Look.dress(chart.getStyler());
    chart.setXAxisTitle(axis);
    Range range = range(scatter, rows);
    chart.setYAxisTitle("Mean test accuracy (%)");
    chart.getStyler().setYAxisMin(range.low());
    chart.getStyler().setYAxisMax(range.high());
    constant(rows).stream()
        .filter(range::holds)
        .forEach(accuracy -> chart.addAnnotation(new AnnotationLine(accuracy, false, false)));
    return chart;
  }

  private static Range range(Scatter scatter, List<ChartRow> rows) {
    return Range.around(scatter.yEnds(rows), 1).within(0, PERCENT);
  }

  /** The constant predictor's mean accuracy over the tasks, in percent. */
  private static OptionalDouble constant(List<ChartRow> rows) {
    return rows.get(0).constants().values().stream().mapToDouble(Double::doubleValue).average();
  }

  /** The title names the constant predictor, whose line only fits where a row is near to it. */
  private static Title title(String dataset, String subject, Scatter scatter, List<ChartRow> rows) {
    Title title = Title.of(dataset, subject, rows);
    OptionalDouble constant = constant(rows);
    return constant.isEmpty()
        ? title
        : title.with(
            String.format(
                Locale.ROOT,
                "%sconstant predictor %.2f %%",
                range(scatter, rows).holds(constant.getAsDouble()) ? "dashed: " : "",
                constant.getAsDouble()));
  }

  private static int height(List<ChartRow> rows) {
    return Math.max(LEAST_HEIGHT, 80 + LEGEND_LINE * Scatter.count(rows));
  }

  private static String described(
      Title title, String what, String unit, Function<ChartRow, Estimate> x, List<ChartRow> rows) {
    Descriptions text = new Descriptions(title.words() + ". Mean test accuracy and " + what);
    for (ChartRow row : rows) {
      text.add(
          row,
          String.format(
              Locale.ROOT, "%.2f %% at %.2f %s", row.mean().mean(), x.apply(row).mean(), unit));
    }
    return text.text();
  }
}
