package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;
import org.mtlbench.results.score.MetricRecord;

/**
 * The primary metrics of two tasks plotted against each other: the sweep of linear scalarisation,
 * joined in the order of its weights, and all other methods.
 */
final class ParetoChart {
  private static final int WIDTH = 760;
  private static final int AREA = 380;
  private static final int LEFT = 64;
  private static final int RIGHT = WIDTH - 20;
  private static final int HEADER = 22;
  private static final int MAX_PAIRS = 3;

  private ParetoChart() {}

  /** A chart per pair of tasks; empty if the run has no sweep on the dataset. */
  static List<Chart> of(String dataset, List<ChartRow> rows, ChartKey key) {
    Map<String, List<ChartRow>> sweeps = sweeps(rows);
    if (sweeps.isEmpty()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.tasks().keySet()));
    List<String> tasks = List.copyOf(names);
    List<Chart> charts = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size() && charts.size() < MAX_PAIRS; j++) {
        String number = tasks.size() == 2 ? "" : "-" + (i + 1) + "-" + (j + 1);
        charts.add(chart(dataset, number, tasks.get(i), tasks.get(j), rows, sweeps, key));
      }
    }
    return charts;
  }

  /**
   * Scalarisations of one architecture that differ in their weights, sorted by the first weight.
   */
  private static Map<String, List<ChartRow>> sweeps(List<ChartRow> rows) {
    Map<String, List<ChartRow>> sweeps = new LinkedHashMap<>();
    rows.stream()
        .filter(ChartRow::isScalarisation)
        .sorted(Comparator.comparingDouble(ParetoChart::firstShare))
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

  private static Chart chart(
      String dataset,
      String number,
      String first,
      String second,
      List<ChartRow> all,
      Map<String, List<ChartRow>> sweeps,
      ChartKey key) {
    List<ChartRow> rows =
        all.stream()
            .filter(row -> row.tasks().containsKey(first) && row.tasks().containsKey(second))
            .toList();
    Title title = Title.of(dataset, "linear scalarisation and the other methods", rows);
    Axis across = axis(first, rows);
    Axis up = axis(second, rows);
    Legend legend = Legend.of(key, rows, LEFT - 48, RIGHT);
    for (String architecture : sweeps.keySet()) {
      legend.line(
          key.ink(sweeps.get(architecture).get(0).label()),
          style(key, architecture),
          "weights joined, " + architecture);
    }
    OptionalDouble chanceAcross = rows.get(0).scores().constant(first);
    OptionalDouble chanceUp = rows.get(0).scores().constant(second);
    chanceAcross.ifPresent(
        score ->
            legend.line(
                Ink.REFERENCE,
                LineStyle.REFERENCE,
                first
                    + ": "
                    + Plot.chanceLabel(across, rows.get(0).scores().metric(first), score)));
    chanceUp.ifPresent(
        score ->
            legend.line(
                Ink.REFERENCE,
                LineStyle.REFERENCE,
                second + ": " + Plot.chanceLabel(up, rows.get(0).scores().metric(second), score)));
    ChartDescription text = new ChartDescription(title.text());
    rows.forEach(row -> text.add(row, values(row, first, second)));
    int top = title.height() + HEADER;
    int bottom = top + AREA;
    return new Chart(
        "sweep-" + Label.fileName(dataset) + number,
        title.text(),
        text.text(),
        WIDTH,
        bottom + Plot.BELOW + legend.height() + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          Plot plot = new Plot(canvas, across, up, LEFT, top, RIGHT, bottom).axes();
          plot.chanceAcross(LEFT, chanceUp);
          plot.chanceUp(chanceAcross);
          sweeps.forEach(
              (architecture, sweep) ->
                  canvas.line(
                      key.ink(sweep.get(0).label()),
                      style(key, architecture),
                      sweep.stream()
                          .filter(rows::contains)
                          .flatMapToDouble(
                              row ->
                                  DoubleStream.of(
                                      plot.x(row.tasks().get(first).mean()),
                                      plot.y(row.tasks().get(second).mean())))
                          .toArray()));
          plot.points(
              key,
              rows.stream()
                  .map(
                      row ->
                          new Plot.Point(
                              row,
                              row.tasks().get(first),
                              row.tasks().get(second),
                              values(row, first, second)))
                  .toList());
          legend.paint(canvas, bottom + Plot.BELOW);
        });
  }

  private static LineStyle style(ChartKey key, String architecture) {
    return LineStyle.numbered(key.architectures().indexOf(architecture));
  }

  private static Axis axis(String task, List<ChartRow> rows) {
    ChartScores scores = rows.get(0).scores();
    MetricRecord metric = scores.metric(task);
    return Axis.ofScores(
        ChartScores.withUnit("Test " + metric.phrase() + ", " + Label.shortened(task, 30), metric),
        metric,
        rows.stream().map(row -> row.tasks().get(task)).toList(),
        scores.constant(task));
  }

  private static String values(ChartRow row, String first, String second) {
    return Label.clean(first)
        + " "
        + row.tasks().get(first).text(row.scores().metric(first))
        + ", "
        + Label.clean(second)
        + " "
        + row.tasks().get(second).text(row.scores().metric(second));
  }
}
