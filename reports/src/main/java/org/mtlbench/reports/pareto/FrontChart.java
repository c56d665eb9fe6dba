package org.mtlbench.reports.pareto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;

/** The points of a study in the plane of two objectives. */
final class FrontChart {
  static final int WIDTH = 760;
  static final int AREA = 380;
  static final int LEFT = 64;
  static final int RIGHT = WIDTH - 20;
  static final int HEADER = 22;

  private FrontChart() {}

  /**
   * The chart.
   *
   * @param name its file name
   * @param subject what it shows, for its title
   * @param points the points shown; those with k_0 = 0 on the front are joined by a line
   * @param marks their marks
   */
  static Chart of(
      String name,
      String subject,
      Objective across,
      Objective up,
      List<StudyPoint> points,
      StudyMarks marks) {
    Title title = marks.title(subject);
    Axis horizontal = axis(across, points);
    Axis vertical = axis(up, points);
    List<Objective> both = List.of(across, up);
    Legend legend = marks.legend(points, LEFT - 48, RIGHT);
    int top = title.height() + HEADER;
    int bottom = top + AREA;
    return new Chart(
        name,
        title.text(),
        marks.description(title, points, point -> StudyMarks.values(point, both)),
        WIDTH,
        bottom + Plot.BELOW + legend.height() + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          Plot plot = new Plot(canvas, horizontal, vertical, LEFT, top, RIGHT, bottom).axes();
          List<StudyPoint> dense =
              points.stream()
                  .filter(point -> marks.isDense(point) && marks.isOnFront(point))
                  .sorted(Comparator.comparingDouble(across::displayed))
                  .toList();
          join(canvas, plot, dense, across, up);
          // Points of the front cover dominated ones.
          points.stream()
              .sorted(Comparator.comparing(marks::isOnFront))
              .forEach(
                  point ->
                      marks.draw(
                          canvas,
                          point,
                          plot.x(across.displayed(point)),
                          plot.y(up.displayed(point)),
                          StudyMarks.values(point, both)));
          legend.paint(canvas, bottom + Plot.BELOW);
        });
  }

  private static void join(
      Canvas canvas, Plot plot, List<StudyPoint> sorted, Objective across, Objective up) {
    if (sorted.stream().mapToDouble(across::displayed).distinct().count() > 1) {
      double[] line = new double[2 * sorted.size()];
      for (int i = 0; i < sorted.size(); i++) {
        line[2 * i] = plot.x(across.displayed(sorted.get(i)));
        line[2 * i + 1] = plot.y(up.displayed(sorted.get(i)));
      }
      canvas.line(Ink.TEXT, LineStyle.THIN, line);
    }
  }

  /** The axis of an objective: logarithmic for losses that span more than two decades. */
  static Axis axis(Objective objective, List<StudyPoint> points) {
    double[] values = points.stream().mapToDouble(objective::displayed).toArray();
    return Axis.ofRatios(objective.title(), Arrays.stream(values));
  }
}
