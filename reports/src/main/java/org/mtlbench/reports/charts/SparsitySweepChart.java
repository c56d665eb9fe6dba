package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Estimate;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;
import org.mtlbench.reports.rows.SparsitySweep;
import org.mtlbench.results.score.MetricRecord;

/**
 * The primary metric of each task against the sparsity rate, one curve for each sweep over a
 * sparsity limit: rows of an architecture whose labels differ only in a number at their end, for
 * example {@code Ours 0.5} and {@code Ours 0.8}. Shows at what sparsity the tasks start to lose
 * accuracy, and whether they lose it together.
 */
final class SparsitySweepChart {
  private static final int MAX_TASKS = 8;
  private static final double MAX_STRETCH = 2;
  private static final int WIDTH = 760;
  private static final int LEFT = 64;
  private static final int RIGHT = WIDTH - 20;
  private static final int GAP = 74;
  private static final int AREA = 280;
  private static final int HEADER = 24;
  private static final double MARK = 11;
  private static final double PERCENT = 100;

  private final String dataset;
  private final String architecture;
  private final Map<String, List<ChartRow>> sweeps;
  private final List<ChartRow> dense;
  private final List<ChartRow> omitted;

  private SparsitySweepChart(
      String dataset,
      String architecture,
      Map<String, List<ChartRow>> sweeps,
      List<ChartRow> dense,
      List<ChartRow> omitted) {
    this.dataset = dataset;
    this.architecture = architecture;
    this.sweeps = sweeps;
    this.dense = dense;
    this.omitted = omitted;
  }

  /** A chart for each architecture with a sweep of at least three rows with distinct sparsity. */
  static List<Chart> of(String dataset, List<ChartRow> rows) {
    Map<String, List<ChartRow>> byArchitecture = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.sr().isPresent())
        .filter(row -> row.tasks().keySet().containsAll(row.scores().metrics().keySet()))
        .forEach(
            row ->
                byArchitecture
                    .computeIfAbsent(row.architecture(), name -> new ArrayList<>())
                    .add(row));
    List<Chart> charts = new ArrayList<>();
    byArchitecture.forEach(
        (architecture, all) -> {
          List<ChartRow> members = all.stream().filter(SparsitySweepChart::isUseful).toList();
          Map<String, List<ChartRow>> sweeps =
              SparsitySweep.byName(members, ChartRow::label, SparsitySweepChart::sr);
          if (!sweeps.isEmpty()) {
            List<ChartRow> dense = members.stream().filter(row -> sr(row) == 0).toList();
            List<ChartRow> omitted = all.stream().filter(row -> !isUseful(row)).toList();
            charts.add(
                new SparsitySweepChart(dataset, architecture, sweeps, dense, omitted).chart());
          }
        });
    return charts;
  }

  /** Whether the row is better than the constant predictor, if that is known, in every task. */
  private static boolean isUseful(ChartRow row) {
    return row.tasks().keySet().stream()
        .allMatch(
            task -> {
              double mean = row.tasks().get(task).mean();
              double constant = row.scores().constant(task).orElse(Double.NaN);
              return row.scores().metric(task).higherIsBetter()
                  ? !(mean <= constant)
                  : !(mean >= constant);
            });
  }

  private static double sr(ChartRow row) {
    return row.sr().orElseThrow().mean();
  }

  private Stream<ChartRow> rows() {
    return Stream.concat(sweeps.values().stream().flatMap(List::stream), dense.stream());
  }

  private Chart chart() {
    List<ChartRow> rows = rows().toList();
    Title title = Title.of(dataset, architecture + ", tasks against the sparsity rate", rows);
    List<String> tasks = rows.get(0).tasks().keySet().stream().limit(MAX_TASKS).toList();
    int columns = Math.min(2, tasks.size());
    int lines = (tasks.size() + columns - 1) / columns;
    int height = HEADER + AREA + Plot.BELOW;
    int bottom = title.height() + lines * height;
    Legend legend = legend();
    int all = rows.get(0).tasks().size();
    if (tasks.size() < all) {
      legend.remark("the first " + tasks.size() + " of " + all + " tasks");
    }
    if (!omitted.isEmpty()) {
      legend.remark(
          "not shown, since collapsed: "
              + Label.shortened(
                  String.join(", ", omitted.stream().map(ChartRow::label).toList()), 60));
    }
    if (!sharesScale()) {
      legend.remark("tasks have different scales");
    }
    ChartDescription text = new ChartDescription(title.text() + ". Sparsity rate and scores");
    rows.forEach(row -> text.add(row, values(row, tasks)));
    return new Chart(
        "sparsity-sweep-" + Label.fileName(dataset + "-" + architecture),
        title.text(),
        text.text(),
        WIDTH,
        bottom + legend.height() + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          double width = (RIGHT - LEFT - GAP * (columns - 1)) / (double) columns;
          for (int i = 0; i < tasks.size(); i++) {
            double left = LEFT + (i % columns) * (width + GAP);
            double top = title.height() + (i / columns) * height + HEADER;
            panel(canvas, tasks.get(i), left, top, left + width);
          }
          legend.paint(canvas, bottom);
        });
  }

  private Legend legend() {
    Legend legend = new Legend(LEFT - 48, RIGHT);
    int number = 0;
    for (String name : sweeps.keySet()) {
      int sweep = number++;
      legend.mark(
          (canvas, at) -> {
            canvas.line(
                Ink.method(sweep), LineStyle.numbered(sweep), at[0], at[1], at[0] + 18, at[1]);
            canvas.mark(Ink.method(sweep), MarkShape.numbered(sweep), MARK, at[0] + 9, at[1]);
          },
          name);
    }
    if (!dense.isEmpty()) {
      legend.mark(
          (canvas, at) -> canvas.ring(Ink.TEXT, MARK, at[0] + 9, at[1]),
          "dense: "
              + Label.shortened(
                  String.join(", ", dense.stream().map(ChartRow::label).toList()), 60));
    }
    return legend;
  }

  private void panel(Canvas canvas, String task, double left, double top, double right) {
    ChartScores scores = rows().findFirst().orElseThrow().scores();
    Axis across =
        new Axis(
            "SR, share of zero neuron rows (%)", dense.isEmpty() ? lowest() : -2, PERCENT, false);
    MetricRecord metric = scores.metric(task);
    Axis up =
        Axis.ofScores(
            task + ", test " + ChartScores.withUnit(metric.phrase(), metric),
            metric,
            sharesScale() ? means() : means(task));
    Plot plot = new Plot(canvas, across, up, left, top, right, top + AREA).axes();
    int number = 0;
    for (List<ChartRow> members : sweeps.values()) {
      int sweep = number++;
      double[] line = new double[2 * members.size()];
      for (int i = 0; i < members.size(); i++) {
        line[2 * i] = plot.x(sr(members.get(i)));
        line[2 * i + 1] = plot.y(members.get(i).tasks().get(task).mean());
      }
      canvas.line(Ink.method(sweep), LineStyle.numbered(sweep), line);
      members.forEach(row -> interval(canvas, plot, up, Ink.method(sweep), row, task));
      members.forEach(
          row ->
              canvas.mark(
                  Ink.method(sweep),
                  MarkShape.numbered(sweep),
                  MARK,
                  plot.x(sr(row)),
                  plot.y(row.tasks().get(task).mean())));
    }
    for (ChartRow row : dense) {
      interval(canvas, plot, up, Ink.TEXT, row, task);
      canvas.ring(Ink.TEXT, MARK, plot.x(sr(row)), plot.y(row.tasks().get(task).mean()));
    }
    rows()
        .forEach(
            row ->
                canvas.link(
                    plot.x(sr(row)) - MARK / 2,
                    plot.y(row.tasks().get(task).mean()) - MARK / 2,
                    MARK,
                    MARK,
                    row.name() + ": " + values(row, List.of(task)),
                    ChartRow.anchor(row.cell())));
  }

  /**
   * Whether the tasks have the same scale, so that their slopes can be compared: if they have the
   * same metric, unless that would make their curves flat.
   */
  private boolean sharesScale() {
    ChartRow any = rows().findFirst().orElseThrow();
    double largest =
        any.tasks().keySet().stream().mapToDouble(task -> length(means(task))).max().orElseThrow();
    return any.scores().sameMetric() && length(means()) <= MAX_STRETCH * largest;
  }

  private DoubleStream means() {
    return rows().findFirst().orElseThrow().tasks().keySet().stream().flatMapToDouble(this::means);
  }

  private DoubleStream means(String task) {
    return rows().mapToDouble(row -> row.tasks().get(task).mean());
  }

  private static double length(DoubleStream values) {
    DoubleSummaryStatistics all = values.summaryStatistics();
    return all.getMax() - all.getMin();
  }

  private double lowest() {
    double low = rows().mapToDouble(row -> row.sr().orElseThrow().low()).min().orElseThrow();
    return Math.max(0, low - 2);
  }

  private static void interval(
      Canvas canvas, Plot plot, Axis up, Ink ink, ChartRow row, String task) {
    Estimate score = row.tasks().get(task);
    if (score.halfWidth().isPresent()) {
      double x = plot.x(sr(row));
      double low = Math.max(score.low(), up.low());
      double high = Math.min(score.high(), up.high());
      canvas.line(ink, LineStyle.INTERVAL, x, plot.y(low), x, plot.y(high));
    }
  }

  private static String values(ChartRow row, List<String> tasks) {
    StringBuilder text =
        new StringBuilder("SR ").append(row.sr().orElseThrow().text()).append(" %");
    tasks.forEach(
        task ->
            text.append(", ")
                .append(task)
                .append(' ')
                .append(row.tasks().get(task).text(row.scores().metric(task))));
    return text.toString();
  }
}
