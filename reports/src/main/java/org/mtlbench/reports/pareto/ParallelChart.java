package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Title;

/** Parallel coordinates: a line per point over the preference vector and all objectives. */
final class ParallelChart {
  private static final int MIN_WIDTH = 760;
  private static final int COLUMN = 120;
  private static final int AREA = 380;
  private static final int LEFT = 60;
  private static final int HEADER = 44;
  private static final int MAX_TICKS = 6;
  private static final int MAX_NAME = 18;
  private static final int MAX_DISTINCT = 8;
  private static final LineStyle BEHIND_LABEL = new LineStyle(14, List.of());

  /**
   * An axis: its title, where a point and its labels are on it, from 0 (below) to 1, and the end
   * with the better values: 1, 0, or NaN without one.
   */
  private record Column(
      String title, ToDoubleFunction<StudyPoint> position, List<Axis.Tick> ticks, double better) {}

  private ParallelChart() {}

  /**
   * The chart.
   *
   * @param name its file name
   * @param study at least two points
   * @param marks marks of the points
   */
  static Chart of(String name, ParetoStudy study, StudyMarks marks) {
    List<StudyPoint> points = study.points();
    List<Column> columns = columns(study);
    Title title = marks.title("preference vectors and objectives");
    int width = Math.max(MIN_WIDTH, LEFT + COLUMN * columns.size());
    Legend legend = marks.lineLegend(16, width - 20);
    int top = title.height() + HEADER;
    int bottom = top + AREA;
    double step = (width - 2.0 * LEFT) / (columns.size() - 1);
    List<Objective> shown = objectives(study).toList();
    return new Chart(
        name,
        title.text(),
        marks.description(title, points, point -> StudyMarks.values(point, shown)),
        width,
        bottom + 24 + legend.height() + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          points.stream()
              .sorted(Comparator.comparing(marks::isOnFront))
              .forEach(
                  point ->
                      canvas.line(
                          marks.lineInk(point),
                          marks.line(point),
                          line(columns, point, step, top)));
          // Labels are readable only above the lines.
          for (int i = 0; i < columns.size(); i++) {
            axis(canvas, columns.get(i), LEFT + i * step, top, bottom);
          }
          legend.paint(canvas, bottom + 24);
        });
  }

  private static double[] line(List<Column> columns, StudyPoint point, double step, double top) {
    double[] line = new double[2 * columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      line[2 * i] = LEFT + i * step;
      line[2 * i + 1] = top + AREA * (1 - columns.get(i).position().applyAsDouble(point));
    }
    return line;
  }

  private static void axis(Canvas canvas, Column column, double x, double top, double bottom) {
    canvas.line(Ink.REFERENCE, LineStyle.THIN, x, top, x, bottom);
    canvas.text(
        Ink.TEXT,
        Canvas.TextSize.SMALL,
        Canvas.Anchor.MIDDLE,
        x,
        top - 16,
        Label.shortened(column.title(), MAX_NAME));
    if (!Double.isNaN(column.better())) {
      double tip = column.better() > 0 ? top - 8 : bottom + 8;
      double barbs = column.better() > 0 ? top : bottom;
      canvas.line(Ink.TEXT, LineStyle.numbered(0), x - 5, barbs, x, tip, x + 5, barbs);
    }
    for (Axis.Tick tick : column.ticks()) {
      double y = bottom - AREA * tick.value();
      canvas.line(Ink.REFERENCE, LineStyle.THIN, x - 3, y, x, y);
      // Covers the lines of points behind the label.
      double width = Canvas.TextSize.SMALL.width(tick.label());
      canvas.line(Ink.GROUND, BEHIND_LABEL, x - 7 - width, y, x - 5, y);
      canvas.text(Ink.TEXT, Canvas.TextSize.SMALL, Canvas.Anchor.END, x - 6, y + 4, tick.label());
    }
  }

  private static Stream<Objective> objectives(ParetoStudy study) {
    StudyObjectives all = study.objectives();
    boolean known =
        study.points().stream().allMatch(point -> point.sparsityObjective().isPresent());
    return Stream.of(
            study.prefersSparsity() && known ? all.sparsity().stream() : Stream.<Objective>empty(),
            all.losses().stream(),
            all.metrics().stream(),
            ParetoStudy.differInSparsity(study.points())
                ? Stream.of(all.sparsityRate())
                : Stream.<Objective>empty())
        .flatMap(part -> part);
  }

  private static List<Column> columns(ParetoStudy study) {
    List<Column> columns = new ArrayList<>();
    int components = study.points().get(0).preference().size();
    int first = study.prefersSparsity() ? 0 : 1;
    for (int i = 0; i < components; i++) {
      int component = i;
      columns.add(
          preference(
              study.key() + "_" + (first + i), study.points(), p -> p.preference().get(component)));
    }
    objectives(study)
        .forEach(
            objective -> {
              Axis axis = FrontChart.axis(objective, study.points());
              columns.add(
                  new Column(
                      objective.title(),
                      point -> axis.position(objective.displayed(point)),
                      axis.ticks(MAX_TICKS).stream()
                          .map(tick -> new Axis.Tick(axis.position(tick.value()), tick.label()))
                          .toList(),
                      objective.ideal() > objective.reference() ? 1 : 0));
            });
    return columns;
  }

  /**
   * The axis of a component of the preference vector: evenly spaced if it has few values, which may
   * span orders of magnitude, otherwise linear.
   */
  private static Column preference(
      String title, List<StudyPoint> points, ToDoubleFunction<StudyPoint> component) {
    double[] distinct = points.stream().mapToDouble(component).distinct().sorted().toArray();
    if (distinct.length > MAX_DISTINCT) {
      Axis axis = Axis.covering(title, points.stream().mapToDouble(component), 1e-9);
      return new Column(
          title,
          point -> axis.position(component.applyAsDouble(point)),
          axis.ticks(MAX_TICKS).stream()
              .map(tick -> new Axis.Tick(axis.position(tick.value()), tick.label()))
              .toList(),
          Double.NaN);
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int i = 0; i < distinct.length; i++) {
      ticks.add(new Axis.Tick((i + 0.5) / distinct.length, Axis.label(distinct[i])));
    }
    return new Column(
        title,
        point -> {
          int rank = 0;
          while (distinct[rank] < component.applyAsDouble(point)) {
            rank++;
          }
          return (rank + 0.5) / distinct.length;
        },
        ticks,
        Double.NaN);
  }
}
