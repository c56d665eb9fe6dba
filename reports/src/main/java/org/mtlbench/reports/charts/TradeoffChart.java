package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Estimate;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;

/** Scatter plot of the headline against sparsity, time, or a further measure of the methods. */
final class TradeoffChart {
  private static final int WIDTH = 760;
  private static final int AREA = 340;
  private static final int LEFT = 64;
  private static final int RIGHT = WIDTH - 20;
  private static final int HEADER = 22;
  private static final int STRIP = 110;
  private static final double PERCENT = 100;

  private final String dataset;
  private final List<ChartRow> rows;
  private final ChartKey key;
  private final Function<ChartRow, Estimate> cost;

  private TradeoffChart(
      String dataset, List<ChartRow> rows, ChartKey key, Function<ChartRow, Estimate> cost) {
    this.dataset = dataset;
    this.rows = rows;
    this.key = key;
    this.cost = cost;
  }

  /**
   * Headline against the share of zero neuron rows; absent if no row has zero rows. Dense rows are
   * drawn in a separate strip, side by side where they would overlap.
   */
  static Optional<Chart> againstSparsity(String dataset, List<ChartRow> all, ChartKey key) {
    List<ChartRow> rows = all.stream().filter(row -> row.sr().isPresent()).toList();
    Predicate<ChartRow> sparse = row -> row.sr().orElseThrow().mean() > 0;
    // If all rows are dense, the chart of scores per task shows them already.
    if (rows.stream().noneMatch(sparse)) {
      return Optional.empty();
    }
    TradeoffChart chart = new TradeoffChart(dataset, rows, key, row -> row.sr().orElseThrow());
    double high = chart.costs().max().orElseThrow();
    Axis axis =
        new Axis(
            "SR, share of zero neuron rows (%)",
            0, Math.min(PERCENT, Math.max(10, 1.1 * high)), false);
    return Optional.of(
        chart.chart(
            "sparsity",
            "sparsity rate",
            "%",
            axis,
            sparse.negate(),
            rows.stream().allMatch(sparse) ? "" : "dense (SR 0)"));
  }

  /** Headline against total time; absent if no row has a time. */
  static Optional<Chart> againstTime(String dataset, List<ChartRow> all, ChartKey key) {
    List<ChartRow> rows =
        all.stream().filter(row -> row.minutes().filter(m -> m.mean() > 0).isPresent()).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    TradeoffChart chart = new TradeoffChart(dataset, rows, key, row -> row.minutes().orElseThrow());
    double low = rows.stream().map(chart.cost).mapToDouble(Estimate::mean).min().orElseThrow();
    // A confidence interval may extend below 0, which is not a valid time.
    Axis axis =
        Axis.ofRatios("Total time (min)", chart.costs().map(value -> Math.max(value, low / 2)));
    return Optional.of(
        chart.chart(
            "time",
            "total time",
            "min",
            axis.logarithmic() || axis.low() > axis.high() / 2 ? axis : axis.including(0),
            row -> false,
            ""));
  }

  /** Headline against each further measure that at least two rows have. */
  static List<Chart> againstMeasures(String dataset, List<ChartRow> all, ChartKey key) {
    return all.stream()
        .flatMap(row -> row.measures().keySet().stream())
        .distinct()
        .flatMap(name -> againstMeasure(name, dataset, all, key).stream())
        .toList();
  }

  private static Optional<Chart> againstMeasure(
      String name, String dataset, List<ChartRow> all, ChartKey key) {
    List<ChartRow> rows = all.stream().filter(row -> row.measures().containsKey(name)).toList();
    if (rows.size() < 2) {
      return Optional.empty();
    }
    TradeoffChart chart = new TradeoffChart(dataset, rows, key, row -> row.measures().get(name));
    String words = name.replace('-', ' ');
    String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return Optional.of(chart.chart(words, words, "", chart.measureAxis(title), row -> false, ""));
  }

  /** An axis on which the intervals of measures that are never negative end at 0. */
  private Axis measureAxis(String title) {
    boolean signed = rows.stream().anyMatch(row -> cost.apply(row).mean() < 0);
    return signed
        ? Axis.ofRatios(title, costs())
        : Axis.ofRatios(title, costs().map(value -> Math.max(value, 0)))
            .clipped(0, Double.MAX_VALUE);
  }

  private DoubleStream costs() {
    return rows.stream().map(cost).flatMapToDouble(e -> DoubleStream.of(e.low(), e.high()));
  }

  /**
   * Builds the chart.
   *
   * @param what the cost in words
   * @param aside selects rows that are drawn in the strip
   * @param strip label of the strip; empty for no strip
   * @param name name of the cost in the title
   * @param unit unit of the cost
   * @param axis horizontal axis
   */
  private Chart chart(
      String name, String what, String unit, Axis axis, Predicate<ChartRow> aside, String strip) {
    Title title = Title.of(dataset, subject() + " against " + name, rows);
    ChartScores scores = rows.get(0).scores();
    Axis up = scores();
    Legend legend = Legend.of(key, rows, LEFT - 48, RIGHT);
    OptionalDouble chance = scores.headlineConstant();
    chance.ifPresent(
        score ->
            legend.line(
                Ink.REFERENCE,
                LineStyle.REFERENCE,
                Plot.chanceLabel(up, scores.headline(), score)));
    int top = title.height() + HEADER;
    int bottom = top + AREA;
    double left = strip.isEmpty() ? LEFT : LEFT + STRIP;
    ChartDescription text =
        new ChartDescription(title.text() + ". " + scores.title() + " and " + what);
    rows.forEach(row -> text.add(row, values(row, unit)));
    return new Chart(
        scores.headline().id() + "-" + Label.fileName(name) + "-" + Label.fileName(dataset),
        title.text(),
        text.text(),
        WIDTH,
        bottom + Plot.BELOW + legend.height() + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          Plot plot = new Plot(canvas, axis, up, left, top, RIGHT, bottom);
          plot.verticalGrid().horizontalTitle().horizontalGrid(LEFT, RIGHT);
          plot.chanceAcross(LEFT, chance);
          plot.points(
              key,
              rows.stream()
                  .filter(aside.negate())
                  .map(r -> new Plot.Point(r, cost.apply(r), r.headline(), values(r, unit)))
                  .toList());
          if (!strip.isEmpty()) {
            canvas.text(
                Ink.TEXT, Canvas.TextSize.SMALL, Canvas.Anchor.START, LEFT, bottom + 17, strip);
            strip(canvas, plot, rows.stream().filter(aside).toList(), unit);
          }
          legend.paint(canvas, bottom + Plot.BELOW);
        });
  }

  /** Draws rows at their vertical position, moved sideways until none overlap. */
  private void strip(Canvas canvas, Plot plot, List<ChartRow> dense, String unit) {
    List<double[]> taken = new ArrayList<>();
    for (ChartRow row :
        dense.stream().sorted(Comparator.comparingDouble(r -> r.headline().mean())).toList()) {
      double y = plot.y(row.headline().mean());
      double x = LEFT + 12;
      while (x < LEFT + STRIP - 2 * Plot.MARK && covers(taken, x, y)) {
        x += 2;
      }
      taken.add(new double[] {x, y});
      row.headline()
          .halfWidth()
          .ifPresent(
              ignored ->
                  canvas.series(
                      key.series(row.label()),
                      () -> interval(canvas, plot, row, taken.get(taken.size() - 1)[0])));
      Plot.mark(canvas, key, row, x, y);
      Plot.link(canvas, key, row, values(row, unit), x, y);
    }
  }

  private void interval(Canvas canvas, Plot plot, ChartRow row, double x) {
    canvas.line(
        key.ink(row.label()),
        LineStyle.INTERVAL,
        x,
        plot.y(row.headline().low()),
        x,
        plot.y(row.headline().high()));
  }

  private static boolean covers(List<double[]> taken, double x, double y) {
    return taken.stream().anyMatch(other -> Math.hypot(other[0] - x, other[1] - y) < Plot.MARK);
  }

  /** The headline without its split, as used in titles. */
  private String subject() {
    return rows.get(0).scores().subject();
  }

  private Axis scores() {
    ChartScores scores = rows.get(0).scores();
    return Axis.ofScores(
        scores.axisTitle(),
        scores.headline(),
        rows.stream().map(ChartRow::headline).toList(),
        scores.headlineConstant());
  }

  private String values(ChartRow row, String unit) {
    return row.headline().text(row.scores().headline())
        + " at "
        + cost.apply(row).text()
        + (unit.isEmpty() ? "" : " " + unit);
  }
}
