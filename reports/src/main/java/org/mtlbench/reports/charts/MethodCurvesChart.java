package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.results.score.MetricRecord;

/**
 * The learning curves of all rows of a dataset over each other: the selection score on validation
 * by epoch. Colour is the method, dash pattern the architecture; the names are next to the ends of
 * the curves.
 */
final class MethodCurvesChart {
  private static final int MAX_ROWS = 30;
  private static final int WIDTH = 760;
  private static final int LEFT = 64;
  private static final int RIGHT = WIDTH - 208;
  private static final int HEADER = 22;
  private static final int MIN_AREA = 340;
  private static final int LINE = 15;
  private static final int MAX_LETTERS = 27;
  private static final int MAX_HOVERS = 150;
  private static final int MARGIN_RIGHT = 16;
  private static final double MARGIN = 0.1;
  private static final MetricRecord SKILL =
      new MetricRecord("skill", "Skill", "", MetricRecord.Direction.HIGHER, 1, true, 1, 3);

  private final String dataset;
  private final MetricRecord metric;
  private final List<Curve> curves;
  private final int all;
  private final boolean complete;
  private final ChartKey key;

  /** A row and its values by epoch in displayed units; NaN where there is none. */
  private record Curve(ChartRow row, List<Double> values) {
    double last() {
      return MethodCurves.last(values).orElseThrow();
    }
  }

  private MethodCurvesChart(
      String dataset, Headline headline, List<Curve> curves, boolean complete, ChartKey key) {
    this.dataset = dataset;
    this.metric = metric(headline);
    this.all = curves.size();
    Comparator<Curve> order = Comparator.comparingDouble(Curve::last);
    this.curves =
        curves.stream()
            .sorted(metric.higherIsBetter() ? order.reversed() : order)
            .limit(MAX_ROWS)
            .toList();
    this.complete = complete;
    this.key = key;
  }

  /** The metric of the curves: Delta_m is not known by epoch, so the mean skill replaces it. */
  private static MetricRecord metric(Headline headline) {
    return headline.kind() == Headline.Kind.MEAN ? headline.metric() : SKILL;
  }

  /** The chart; absent if fewer than two rows have a curve. */
  static Optional<Chart> of(
      String dataset, Headline headline, List<ChartRow> rows, MethodCurves known, ChartKey key) {
    MetricRecord metric = metric(headline);
    // The selection score has its sign flipped for metrics that are better when lower.
    int sign = metric.higherIsBetter() ? 1 : -1;
    List<Curve> curves = new ArrayList<>();
    for (ChartRow row : rows) {
      List<Double> values =
          known.of(row.cell()).stream().map(value -> metric.displayed(sign * value)).toList();
      if (!values.isEmpty()) {
        curves.add(new Curve(row, values));
      }
    }
    return curves.size() < 2
        ? Optional.empty()
        : Optional.of(
            new MethodCurvesChart(dataset, headline, curves, known.complete(), key).chart());
  }

  private Chart chart() {
    Title title =
        Title.of(
            dataset,
            "learning curves, mean validation "
                + metric.phrase()
                + (complete ? "" : ", first seeds")
                + (curves.size() < all ? ", best " + curves.size() + " of " + all : ""),
            curves.stream().map(Curve::row).toList());
    int epochs = curves.stream().mapToInt(curve -> curve.values().size()).max().orElseThrow();
    Axis across = new Axis("Epoch of the reported model", 0.5, epochs + 0.5, false);
    Axis up = axis(epochs);
    boolean cut =
        curves.stream()
            .flatMap(curve -> curve.values().stream())
            .anyMatch(value -> Double.isFinite(value) && !up.contains(value));
    int top = title.height() + HEADER;
    int bottom = top + Math.max(MIN_AREA, curves.size() * LINE);
    ChartDescription text = new ChartDescription(title.text() + ". Last values");
    curves.forEach(curve -> text.add(curve.row(), number(curve.last())));
    return new Chart(
        "learning-" + Label.fileName(dataset),
        title.text(),
        text.text(),
        WIDTH,
        bottom + Plot.BELOW + 4,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          Plot plot = new Plot(canvas, across, up, LEFT, top, RIGHT, bottom);
          plot.wholeTicks(epochs).horizontalTitle().horizontalGrid(LEFT, RIGHT);
          curves.forEach(
              curve ->
                  canvas.series(
                      key.series(curve.row().label()), () -> line(canvas, plot, up, curve)));
          hovers(canvas, plot, epochs, top, bottom);
          names(canvas, plot, top, bottom);
          if (cut) {
            canvas.text(
                Ink.REFERENCE,
                Canvas.TextSize.SMALL,
                Canvas.Anchor.END,
                WIDTH - MARGIN_RIGHT,
                bottom + 37,
                "cut off where outside the axis");
          }
        });
  }

  /** An axis for the second half of the training, where the curves are close to each other. */
  private Axis axis(int epochs) {
    double[] late =
        curves.stream()
            .flatMapToDouble(
                curve ->
                    curve.values().stream()
                        .skip(Math.min(epochs / 2, curve.values().size() / 2))
                        .filter(Double::isFinite)
                        .mapToDouble(Double::doubleValue))
            .sorted()
            .toArray();
    double low = late[0];
    double high = late[late.length - 1];
    double margin = MARGIN * (high - low);
    return Axis.ofScores(
        ChartScores.withUnit("Validation " + metric.phrase(), metric),
        metric,
        DoubleStream.of(low - margin, high + margin));
  }

  /** Draws a curve as far as it lies on the axis. */
  private void line(Canvas canvas, Plot plot, Axis up, Curve curve) {
    DoubleStream.Builder piece = DoubleStream.builder();
    boolean empty = true;
    List<Double> values = curve.values();
    for (int i = 1; i < values.size(); i++) {
      double[] part = up.clip(i, values.get(i - 1), i + 1, values.get(i));
      if (part.length > 0) {
        if (empty) {
          piece.add(plot.x(part[0])).add(plot.y(part[1]));
        }
        piece.add(plot.x(part[2])).add(plot.y(part[3]));
        empty = false;
      }
      boolean leaves = part.length == 0 || !up.contains(values.get(i));
      if (!empty && (leaves || i == values.size() - 1)) {
        canvas.line(ink(curve), style(curve), piece.build().toArray());
        piece = DoubleStream.builder();
        empty = true;
      }
    }
    if (values.size() == 1) {
      canvas.ring(ink(curve), 4, plot.x(1), plot.y(curve.last()));
    }
  }

  private Ink ink(Curve curve) {
    return key.ink(curve.row().label());
  }

  private LineStyle style(Curve curve) {
    return LineStyle.numbered(key.architectures().indexOf(curve.row().architecture()));
  }

  /** Draws the names next to the ends of the curves, moved until none overlap. */
  private void names(Canvas canvas, Plot plot, double top, double bottom) {
    List<Curve> order =
        curves.stream().sorted(Comparator.comparingDouble(c -> plot.y(c.last()))).toList();
    double[] heights = new double[order.size()];
    double free = top;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = Math.max(plot.y(order.get(i).last()), free);
      free = heights[i] + LINE;
    }
    double limit = bottom;
    for (int i = heights.length - 1; i >= 0; i--) {
      heights[i] = Math.min(heights[i], limit);
      limit = heights[i] - LINE;
    }
    for (int i = 0; i < heights.length; i++) {
      Curve curve = order.get(i);
      double y = heights[i];
      canvas.series(
          key.series(curve.row().label()),
          () -> {
            canvas.line(ink(curve), LineStyle.THIN, RIGHT, plot.y(curve.last()), RIGHT + 10, y);
            canvas.line(ink(curve), style(curve), RIGHT + 12, y, RIGHT + 36, y);
            canvas.text(
                Ink.TEXT,
                Canvas.TextSize.SMALL,
                Canvas.Anchor.START,
                RIGHT + 41,
                y + 4,
                Label.shortened(name(curve.row()), MAX_LETTERS));
            canvas.link(
                RIGHT + 10,
                y - LINE / 2.0,
                WIDTH - RIGHT - 10,
                LINE,
                curve.row().name() + ": " + number(curve.last()) + " at the end",
                ChartRow.anchor(curve.row().cell()));
          });
    }
  }

  private String name(ChartRow row) {
    boolean alone =
        curves.stream().filter(other -> other.row().series().equals(row.series())).count() == 1;
    return alone ? row.series() : row.name();
  }

  /** Adds a tooltip with the values of all curves to each epoch, the best one first. */
  private void hovers(Canvas canvas, Plot plot, int epochs, double top, double bottom) {
    int step = (epochs + MAX_HOVERS - 1) / MAX_HOVERS;
    for (int epoch = 1; epoch <= epochs; epoch += step) {
      int index = epoch - 1;
      Comparator<Curve> order = Comparator.comparingDouble(curve -> curve.values().get(index));
      String values =
          curves.stream()
              .filter(curve -> index < curve.values().size())
              .filter(curve -> Double.isFinite(curve.values().get(index)))
              .sorted(metric.higherIsBetter() ? order.reversed() : order)
              .map(curve -> curve.row().name() + " " + number(curve.values().get(index)))
              .collect(Collectors.joining(", "));
      double left = plot.x(epoch - 0.5);
      canvas.hover(
          left,
          top,
          plot.x(Math.min(epochs, epoch + step - 1) + 0.5) - left,
          bottom - top,
          String.format(Locale.ROOT, "epoch %d: %s", epoch, values));
    }
  }

  private String number(double value) {
    return metric.withUnit(metric.number(value));
  }
}
