package org.mtlbench.reports.plot;

import java.util.List;
import java.util.OptionalDouble;
import org.mtlbench.results.score.MetricRecord;

/**
 * A plotting area with two axes: grid, labelled ticks, titles, reference lines, and rows as points
 * with their intervals. A mark has the colour and the number of its method and the shape of its
 * architecture.
 */
public final class Plot {
  /** The size of marks in pixels. */
  public static final double MARK = 16;

  /** Space below the plotting area for tick labels and the axis title. */
  public static final int BELOW = 44;

  private static final int MIN_TICKS = 3;
  private static final int PIXELS_PER_TICK_ACROSS = 50;
  private static final int PIXELS_PER_TICK_UP = 27;

  private final Canvas canvas;
  private final Axis across;
  private final Axis up;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;

  /**
   * A row as a point.
   *
   * @param x value on the horizontal axis
   * @param y value on the vertical axis
   * @param values tooltip of its mark
   * @param row the row
   */
  public record Point(ChartRow row, Estimate x, Estimate y, String values) {}

  /** Creates a plotting area with the given edges in pixels. */
  public Plot(
      Canvas canvas, Axis across, Axis up, double left, double top, double right, double bottom) {
    this.canvas = canvas;
    this.across = across;
    this.up = up;
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  public double x(double value) {
    return left + across.position(value) * (right - left);
  }

  public double y(double value) {
    return bottom - up.position(value) * (bottom - top);
  }

  /** Draws the grid, the tick labels and the titles of both axes. */
  public Plot axes() {
    return verticalGrid().horizontalTitle().horizontalGrid(left, right);
  }

  /** Draws the grid and tick labels of the horizontal axis. */
  public Plot verticalGrid() {
    ticks(across.ticks((int) Math.max(MIN_TICKS, (right - left) / PIXELS_PER_TICK_ACROSS)));
    return this;
  }

  private void ticks(List<Axis.Tick> ticks) {
    for (Axis.Tick tick : ticks) {
      double x = x(tick.value());
      canvas.line(Ink.GRID, LineStyle.THIN, x, top, x, bottom);
      small(Canvas.Anchor.MIDDLE, x, bottom + 17, tick.label());
    }
  }

  /** Draws the grid of the horizontal axis with whole numbers from 1. */
  public Plot wholeTicks(int last) {
    List<Axis.Tick> ticks =
        last == 1
            ? List.of(new Axis.Tick(1, "1"))
            : across.ticks((int) ((right - left) / PIXELS_PER_TICK_ACROSS)).stream()
                .filter(tick -> tick.value() == Math.rint(tick.value()))
                .toList();
    ticks(ticks);
    return this;
  }

  /** Draws the title of the horizontal axis. */
  public Plot horizontalTitle() {
    canvas.text(
        Ink.TEXT,
        Canvas.TextSize.NORMAL,
        Canvas.Anchor.MIDDLE,
        (left + right) / 2,
        bottom + 37,
        across.title());
    return this;
  }

  /** Draws the grid and tick labels of the vertical axis between two edges, and its title above. */
  public Plot horizontalGrid(double from, double to) {
    for (Axis.Tick tick :
        up.ticks((int) Math.max(MIN_TICKS, (bottom - top) / PIXELS_PER_TICK_UP))) {
      double y = y(tick.value());
      canvas.line(Ink.GRID, LineStyle.THIN, from, y, to, y);
      small(Canvas.Anchor.END, from - 7, y + 4, tick.label());
    }
    canvas.text(
        Ink.TEXT, Canvas.TextSize.NORMAL, Canvas.Anchor.START, from - 48, top - 10, up.title());
    return this;
  }

  private void small(Canvas.Anchor anchor, double x, double y, String text) {
    canvas.text(Ink.TEXT, Canvas.TextSize.SMALL, anchor, x, y, text);
  }

  /**
   * Draws the score of the constant predictor as a horizontal line, if it lies on the axis.
   *
   * @param from left edge of the line in pixels
   */
  public void chanceAcross(double from, OptionalDouble score) {
    if (score.isPresent() && up.contains(score.getAsDouble())) {
      double y = y(score.getAsDouble());
      canvas.line(Ink.REFERENCE, LineStyle.REFERENCE, from, y, right, y);
    }
  }

  /** Draws the score of the constant predictor as a vertical line, if it lies on the axis. */
  public void chanceUp(OptionalDouble score) {
    if (score.isPresent() && across.contains(score.getAsDouble())) {
      double x = x(score.getAsDouble());
      canvas.line(Ink.REFERENCE, LineStyle.REFERENCE, x, bottom, x, top);
    }
  }

  /** The legend label of the constant predictor. */
  public static String chanceLabel(Axis axis, MetricRecord metric, double score) {
    return "constant predictor "
        + metric.withUnit(metric.number(score))
        + (axis.contains(score) ? "" : ", off the axis");
  }

  /** Draws rows as marks; intervals are drawn below all marks. */
  public void points(ChartKey key, List<Point> points) {
    for (Point point : points) {
      String method = point.row().label();
      canvas.series(key.series(method), () -> intervals(key.ink(method), point));
    }
    for (Point point : points) {
      mark(canvas, key, point.row(), x(point.x().mean()), y(point.y().mean()));
    }
    for (Point point : points) {
      link(canvas, key, point.row(), point.values(), x(point.x().mean()), y(point.y().mean()));
    }
  }

  private void intervals(Ink ink, Point point) {
    if (point.x().halfWidth().isPresent()) {
      double y = y(point.y().mean());
      canvas.line(ink, LineStyle.INTERVAL, x(point.x().low()), y, x(point.x().high()), y);
    }
    if (point.y().halfWidth().isPresent()) {
      double x = x(point.x().mean());
      canvas.line(ink, LineStyle.INTERVAL, x, y(point.y().low()), x, y(point.y().high()));
    }
  }

  /** Draws the mark of a row. */
  public static void mark(Canvas canvas, ChartKey key, ChartRow row, double x, double y) {
    String method = row.label();
    canvas.series(
        key.series(method),
        () ->
            mark(canvas, key.ink(method), key.shape(row.architecture()), key.number(method), x, y));
  }

  public static void mark(
      Canvas canvas, Ink ink, MarkShape shape, String number, double x, double y) {
    canvas.mark(ink, shape, MARK, x, y);
    canvas.text(ink.inside(), Canvas.TextSize.MARK, Canvas.Anchor.MIDDLE, x, y + MARK / 5, number);
  }

  /** Adds a tooltip with the values of a mark, and a link to its row. */
  public static void link(
      Canvas canvas, ChartKey key, ChartRow row, String values, double x, double y) {
    canvas.series(
        key.series(row.label()),
        () ->
            canvas.link(
                x - MARK / 2,
                y - MARK / 2,
                MARK,
                MARK,
                row.name() + ": " + values,
                ChartRow.anchor(row.cell())));
  }
}
