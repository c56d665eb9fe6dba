package org.mtlbench.reports.pareto;

import java.util.Comparator;
import java.util.List;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Projection;
import org.mtlbench.reports.plot.Title;

/**
 * The points of a study in the space of three objectives, in a cube with a grid on its floor. A
 * page can turn it; elsewhere it has the view from the front left.
 */
final class SpatialFrontChart {
  private static final int WIDTH = 760;
  private static final int AREA = 560;
  private static final double EDGE = 280;
  private static final double AZIMUTH = -35;
  private static final double ELEVATION = 22;
  private static final double LOW = -0.5;
  private static final double HIGH = 0.5;
  private static final int MAX_TICKS = 5;
  // Distances of tick labels and axis titles from the cube, in edges.
  private static final double TICK = 0.05;
  private static final double TITLE = 0.2;

  private final List<Objective> objectives;
  private final List<Axis> axes;
  private final List<StudyPoint> points;
  private final StudyMarks marks;

  private SpatialFrontChart(List<Objective> objectives, List<StudyPoint> points, StudyMarks marks) {
    this.objectives = objectives;
    this.axes = objectives.stream().map(o -> FrontChart.axis(o, points)).toList();
    this.points = points;
    this.marks = marks;
  }

  /**
   * The chart.
   *
   * @param name its file name
   * @param subject what it shows, for its title
   * @param objectives three; the last one is on the vertical axis
   * @param points the points shown
   * @param marks their marks
   */
  static Chart of(
      String name,
      String subject,
      List<Objective> objectives,
      List<StudyPoint> points,
      StudyMarks marks) {
    SpatialFrontChart chart = new SpatialFrontChart(objectives, points, marks);
    Title title = marks.title(subject);
    Legend legend = marks.legend(points, 16, WIDTH - 20);
    int bottom = title.height() + AREA;
    Projection view =
        new Projection(AZIMUTH, ELEVATION, WIDTH / 2.0, title.height() + AREA / 2.0, EDGE);
    return new Chart(
        name,
        title.text(),
        marks.description(title, points, point -> StudyMarks.values(point, objectives)),
        WIDTH,
        bottom + legend.height() + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          canvas.scene(view, () -> chart.paint(canvas, view));
          legend.paint(canvas, bottom);
        });
  }

  private void paint(Canvas canvas, Projection view) {
    cube(canvas, view);
    for (Axis.Tick tick : ticks(0)) {
      double at = place(0, tick.value());
      segment(canvas, view, at, LOW, LOW, at, HIGH, LOW);
      label(canvas, view, tick.label(), Canvas.TextSize.SMALL, at, LOW - TICK, LOW);
    }
    for (Axis.Tick tick : ticks(1)) {
      double at = place(1, tick.value());
      segment(canvas, view, LOW, at, LOW, HIGH, at, LOW);
      label(canvas, view, tick.label(), Canvas.TextSize.SMALL, LOW - TICK, at, LOW);
    }
    for (Axis.Tick tick : ticks(2)) {
      label(
          canvas,
          view,
          tick.label(),
          Canvas.TextSize.SMALL,
          LOW - TICK,
          HIGH + TICK,
          place(2, tick.value()));
    }
    label(canvas, view, axes.get(0).title(), Canvas.TextSize.NORMAL, 0, LOW - TITLE, LOW - TICK);
    label(canvas, view, axes.get(1).title(), Canvas.TextSize.NORMAL, LOW - TITLE, 0, LOW - TICK);
    label(canvas, view, axes.get(2).title(), Canvas.TextSize.NORMAL, LOW, HIGH, HIGH + 2 * TICK);
    for (StudyPoint point : points) {
      if (marks.isOnFront(point)) {
        double[] at = place(point);
        segment(canvas, view, at[0], at[1], LOW, at[0], at[1], at[2]);
      }
    }
    points.stream()
        .sorted(Comparator.comparingDouble((StudyPoint p) -> -view.depth(place(p))))
        .forEach(
            point -> {
              double[] at = place(point);
              canvas.inScene(
                  at,
                  () ->
                      marks.draw(
                          canvas,
                          point,
                          view.x(at),
                          view.y(at),
                          StudyMarks.values(point, objectives)));
            });
  }

  private List<Axis.Tick> ticks(int axis) {
    return axes.get(axis).ticks(MAX_TICKS);
  }

  private double place(int axis, double value) {
    return LOW + axes.get(axis).position(value);
  }

  private double[] place(StudyPoint point) {
    double[] at = new double[objectives.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = place(i, objectives.get(i).displayed(point));
    }
    return at;
  }

  private static void cube(Canvas canvas, Projection view) {
    for (double a : new double[] {LOW, HIGH}) {
      for (double b : new double[] {LOW, HIGH}) {
        segment(canvas, view, LOW, a, b, HIGH, a, b);
        segment(canvas, view, a, LOW, b, a, HIGH, b);
        segment(canvas, view, a, b, LOW, a, b, HIGH);
      }
    }
  }

  private static void segment(Canvas canvas, Projection view, double... ends) {
    double[] from = {ends[0], ends[1], ends[2]};
    double[] to = {ends[3], ends[4], ends[5]};
    canvas.inScene(
        ends,
        () ->
            canvas.line(
                Ink.GRID, LineStyle.THIN, view.x(from), view.y(from), view.x(to), view.y(to)));
  }

  private static void label(
      Canvas canvas, Projection view, String text, Canvas.TextSize size, double... place) {
    canvas.inScene(
        place,
        () ->
            canvas.text(
                Ink.TEXT, size, Canvas.Anchor.MIDDLE, view.x(place), view.y(place) + 4, text));
  }
}
