package org.mtlbench.reports.charts;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Rows as points of a plane, with their intervals along both axes. */
final class Scatter {
  /** More series than this make a legend that nobody reads. */
  static final int MOST_SERIES = 14;

  private static final String OTHERS = "others";
  private static final int MOST_LETTERS = 34;

  private final Function<ChartRow, Estimate> x;
  private final Function<ChartRow, Estimate> y;

  Scatter(Function<ChartRow, Estimate> x, Function<ChartRow, Estimate> y) {
    this.x = x;
    this.y = y;
  }

  /**
   * Adds rows that are grouped by method and architecture. A method has one colour, each group a
   * marker.
   */
  void add(XYChart chart, List<ChartRow> rows) {
    Map<String, List<ChartRow>> groups = groups(rows);
    List<String> labels = rows.stream().map(ChartRow::label).distinct().toList();
    int number = 0;
    for (Map.Entry<String, List<ChartRow>> group : groups.entrySet()) {
      boolean others = group.getKey().equals(OTHERS);
      Color colour =
          others ? Look.GREY : Look.colour(labels.indexOf(group.getValue().get(0).label()));
      intervals(chart, group.getValue(), colour);
      XYSeries series = chart.addSeries(group.getKey(), xs(group.getValue()), ys(group.getValue()));
      series.setLabel(Label.shortened(group.getKey(), MOST_LETTERS));
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      series.setMarker(others ? SeriesMarkers.CIRCLE : Look.marker(number));
      series.setMarkerColor(colour);
      number++;
    }
  }

  /** Adds rows in their order, joined by a line. */
  void addJoined(XYChart chart, String name, List<ChartRow> rows, int number) {
    intervals(chart, rows, Look.GREY);
    XYSeries series = chart.addSeries(name, xs(rows), ys(rows));
    series.setLabel(Label.shortened(name, MOST_LETTERS));
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setLineColor(Look.GREY);
    series.setLineStyle(Look.line(number));
    series.setMarker(Look.marker(number));
    series.setMarkerColor(Look.GREY);
  }

  /** What the horizontal axis has to hold. */
  DoubleStream xEnds(List<ChartRow> rows) {
    return rows.stream().map(x).flatMapToDouble(e -> DoubleStream.of(e.low(), e.high()));
  }

  /** What the vertical axis has to hold. */
  DoubleStream yEnds(List<ChartRow> rows) {
    return rows.stream().map(y).flatMapToDouble(e -> DoubleStream.of(e.low(), e.high()));
  }

  /** The series that a legend would show. */
  static int count(List<ChartRow> rows) {
    return groups(rows).size();
  }

  private static Map<String, List<ChartRow>> groups(List<ChartRow> rows) {
    Map<String, List<ChartRow>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(ChartRow::series, LinkedHashMap::new, Collectors.toList()));
    if (groups.size() <= MOST_SERIES) {
      return groups;
    }
    Set<String> best =
        rows.stream()
            .sorted(Comparator.comparingDouble((ChartRow row) -> row.mean().mean()).reversed())
            .map(ChartRow::series)
            .distinct()
            .limit(MOST_SERIES - 1)
            .collect(Collectors.toSet());
    // Drawn first, so that they cover nobody.
    Map<String, List<ChartRow>> fewer = new LinkedHashMap<>();
    fewer.put(OTHERS, new ArrayList<>());
    groups.forEach(
        (name, members) -> {
          if (best.contains(name)) {
            fewer.put(name, members);
          } else {
            fewer.get(OTHERS).addAll(members);
          }
        });
    return fewer;
  }

  private void intervals(XYChart chart, List<ChartRow> rows, Color colour) {
    for (ChartRow row : rows) {
      Estimate across = x.apply(row);
      Estimate up = y.apply(row);
      if (across.halfWidth().isPresent()) {
        interval(chart, colour, across.low(), up.mean(), across.high(), up.mean());
      }
      if (up.halfWidth().isPresent()) {
        interval(chart, colour, across.mean(), up.low(), across.mean(), up.high());
      }
    }
  }

  private static void interval(
      XYChart chart, Color colour, double x1, double y1, double x2, double y2) {
    String name = "interval " + chart.getSeriesCollection().size();
    XYSeries series = chart.addSeries(name, new double[] {x1, x2}, new double[] {y1, y2});
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setShowInLegend(false);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(SeriesLines.SOLID);
    series.setLineWidth(1.2f);
    series.setLineColor(colour);
  }

  private double[] xs(List<ChartRow> rows) {
    return rows.stream().map(x).mapToDouble(Estimate::mean).toArray();
  }

  private double[] ys(List<ChartRow> rows) {
    return rows.stream().map(y).mapToDouble(Estimate::mean).toArray();
  }
}
