package org.mtlbench.methods.descent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.SvgCanvas;
import org.mtlbench.reports.plot.Title;

/** Draws one panel per method with its trajectories from all starting points. */
final class TrajectoryChart {
  private static final int COLUMNS = 4;
  private static final int LEFT = 56;
  private static final int SIDE = 176;
  private static final int ACROSS = 48;
  private static final int DOWN = 58;
  private static final int RIGHT = 24;
  private static final int LEGEND_GAP = 8;
  private static final double LIMIT = 10;
  private static final int VALLEY = 5;
  private static final double MARK = 9;
  private static final int STEPS_OF_LINES = 14;
  private static final LineStyle PARETO = new LineStyle(4, List.of());

  private final Map<String, List<Trajectory>> methods = new LinkedHashMap<>();
  private final Title title =
      Title.of("Toy problem: from five starting points (circles) to the ends (diamonds)");
  private final Legend legend;
  private final int width = LEFT + COLUMNS * SIDE + (COLUMNS - 1) * ACROSS + RIGHT;
  private final int top;

  private TrajectoryChart(List<Trajectory> trajectories) {
    for (Trajectory trajectory : trajectories) {
      methods.computeIfAbsent(trajectory.method(), id -> new ArrayList<>()).add(trajectory);
    }
    legend = legend();
    top = title.height() + legend.height() + LEGEND_GAP + DOWN / 2;
  }

  /** The chart as an SVG document. */
  static String svg(List<Trajectory> trajectories) {
    TrajectoryChart drawn = new TrajectoryChart(trajectories);
    int rows = (drawn.methods.size() + COLUMNS - 1) / COLUMNS;
    Chart chart =
        new Chart(
            "trajectories",
            drawn.title.text(),
            "Trajectories of each method on the toy problem from five starting points; the table"
                + " on the page has the ends",
            drawn.width,
            drawn.top + rows * (SIDE + DOWN),
            Chart.PLAIN,
            drawn::paint);
    return SvgCanvas.document(chart, new CanvasRenderer().svg(chart)) + "\n";
  }

  private Legend legend() {
    Legend legend = new Legend(LEFT, width - RIGHT);
    for (int start = 0; start < ToyLoss.STARTS.size(); start++) {
      double[] point = ToyLoss.STARTS.get(start);
      legend.line(
          Ink.method(start),
          LineStyle.numbered(start),
          "from (" + Axis.label(point[0]) + ", " + Axis.label(point[1]) + ")");
    }
    return legend
        .line(Ink.REFERENCE, PARETO, "Pareto set")
        .line(Ink.REFERENCE, LineStyle.REFERENCE, "valleys of the losses");
  }

  private void paint(Canvas canvas) {
    title.paint(canvas);
    legend.paint(canvas, title.height());
    int index = 0;
    for (Map.Entry<String, List<Trajectory>> method : methods.entrySet()) {
      double left = LEFT + (index % COLUMNS) * (SIDE + ACROSS);
      double upper = top + (index / COLUMNS) * (SIDE + DOWN);
      panel(canvas, left, upper, method.getKey(), method.getValue());
      index++;
    }
  }

  private static void panel(
      Canvas canvas, double left, double upper, String method, List<Trajectory> trajectories) {
    Axis across = new Axis("x", -LIMIT, LIMIT, false);
    Axis up = new Axis("y", -LIMIT, LIMIT, false);
    Plot plot = new Plot(canvas, across, up, left, upper, left + SIDE, upper + SIDE);
    plot.axes();
    canvas.text(Ink.TEXT, Canvas.TextSize.NORMAL, Canvas.Anchor.START, left, upper - 8, method);
    curve(canvas, plot, PARETO, -ParetoSet.END, ParetoSet.END, false, ParetoSet::y);
    for (int side : new int[] {-1, 1}) {
      curve(
          canvas,
          plot,
          LineStyle.REFERENCE,
          0,
          LIMIT,
          true,
          y -> side * (VALLEY + 2 * (1 - StrictMath.tanh(y))));
    }
    for (Trajectory trajectory : trajectories) {
      Ink ink = Ink.method(trajectory.start());
      List<double[]> points = trajectory.points();
      double[] line =
          points.stream()
              .flatMapToDouble(p -> DoubleStream.of(plot.x(p[0]), plot.y(p[1])))
              .toArray();
      canvas.line(ink, LineStyle.numbered(trajectory.start()), line);
      double[] first = points.get(0);
      canvas.mark(ink, MarkShape.CIRCLE, MARK, plot.x(first[0]), plot.y(first[1]));
    }
    for (Trajectory trajectory : trajectories) {
      double[] end = trajectory.end();
      double x = plot.x(end[0]);
      double y = plot.y(end[1]);
      canvas.mark(Ink.method(trajectory.start()), MarkShape.DIAMOND, MARK, x, y);
      canvas.hover(x - MARK, y - MARK, 2 * MARK, 2 * MARK, method + " ends at " + Ends.cell(end));
    }
  }

  /** A curve y(x), or x(y) if the coordinates are swapped. */
  private static void curve(
      Canvas canvas,
      Plot plot,
      LineStyle style,
      double from,
      double to,
      boolean swapped,
      DoubleUnaryOperator curve) {
    double[] line = new double[2 * (STEPS_OF_LINES + 1)];
    for (int i = 0; i <= STEPS_OF_LINES; i++) {
      double at = from + (to - from) * i / STEPS_OF_LINES;
      double value = curve.applyAsDouble(at);
      line[2 * i] = plot.x(swapped ? value : at);
      line[2 * i + 1] = plot.y(swapped ? at : value);
    }
    canvas.line(Ink.REFERENCE, style, line);
  }
}
