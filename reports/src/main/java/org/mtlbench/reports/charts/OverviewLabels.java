package org.mtlbench.reports.charts;

import java.util.Comparator;
import java.util.List;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Plot;

/**
 * The names of rows in the first chart of a dataset, where there is space.
 *
 * @param subject what the chart shows
 * @param rows its rows with a time
 * @param front the rows on the Pareto front
 */
record OverviewLabels(OverviewChart.Subject subject, List<ChartRow> rows, List<ChartRow> front) {
  private static final int MAX_LABELS = 16;
  private static final int MAX_LETTERS = 34;

  /**
   * Draws the names.
   *
   * @param placement the area, without the space of marks
   */
  void paint(Canvas canvas, Plot plot, LabelPlacement placement) {
    if (rows.size() <= MAX_LABELS) {
      rows.stream()
          .filter(row -> row.headline().halfWidth().isPresent())
          .forEach(
              row ->
                  placement.line(
                      x(plot, row),
                      plot.y(row.headline().low()),
                      x(plot, row),
                      plot.y(row.headline().high())));
    }
    rows.forEach(row -> placement.mark(x(plot, row), plot.y(row.headline().mean())));
    rows.stream()
        .sorted(Comparator.comparingInt(this::rank).thenComparing(row -> -row.score()))
        .limit(MAX_LABELS)
        .forEach(
            row -> {
              boolean best = row.cell().equals(subject.best());
              Canvas.TextSize text = best ? Canvas.TextSize.NAME : Canvas.TextSize.SMALL;
              String name = Label.shortened(name(row), MAX_LETTERS);
              placement
                  .label(x(plot, row), plot.y(row.headline().mean()), text.width(name))
                  .ifPresent(
                      place ->
                          canvas.series(
                              subject.key().series(row.label()),
                              () -> draw(canvas, place, text, name)));
            });
  }

  private static double x(Plot plot, ChartRow row) {
    return plot.x(OverviewChart.minutes(row));
  }

  private static void draw(
      Canvas canvas, LabelPlacement.Position place, Canvas.TextSize text, String name) {
    place
        .leader()
        .ifPresent(
            line ->
                canvas.line(
                    Ink.REFERENCE,
                    LineStyle.THIN,
                    line.getX1(),
                    line.getY1(),
                    line.getX2(),
                    line.getY2()));
    canvas.text(Ink.TEXT, text, place.anchor(), place.x(), place.y(), name);
  }

  /** The order in which rows are labelled: the best one, notable ones, the front, others. */
  private int rank(ChartRow row) {
    if (row.cell().equals(subject.best())) {
      return 0;
    }
    return subject.notable().contains(row.cell()) ? 1 : front.contains(row) ? 2 : 3;
  }

  private String name(ChartRow row) {
    boolean alone = rows.stream().filter(other -> other.series().equals(row.series())).count() == 1;
    return alone ? row.series() : row.name();
  }
}
