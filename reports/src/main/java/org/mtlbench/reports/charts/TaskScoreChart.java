package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Estimate;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;
import org.mtlbench.results.score.MetricRecord;

/**
 * Dot plot of the primary metric of each task and of the headline: one panel per task, one line per
 * row, the best row first. Whiskers are confidence intervals over seeds; dashed lines are the
 * constant predictor.
 */
final class TaskScoreChart {
  /** Further rows appear in the table only. */
  static final int MAX_ROWS = 60;

  private static final int MAX_TASKS = 9;
  private static final int WIDTH = 760;
  private static final int LABELS = 218;
  private static final int PANEL = 120;
  private static final int GAP = 30;
  private static final int LINE = 23;
  private static final int MARGIN = 16;
  private static final int HEADER = 24;
  private static final int HEADER_LINE = 16;
  private static final int LETTER = 7;
  private static final int MAX_LETTERS = 30;

  private final String dataset;
  private final List<ChartRow> all;
  private final List<ChartRow> rows;
  private final List<Panel> panels;
  private final ChartKey key;
  private final int header;

  /**
   * A panel of the chart.
   *
   * @param titles title lines from the top
   * @param metric metric of the axis
   * @param value value of a row
   * @param constant score of the constant predictor
   */
  private record Panel(
      List<String> titles,
      MetricRecord metric,
      Function<ChartRow, Optional<Estimate>> value,
      OptionalDouble constant) {
    Axis axis(List<ChartRow> rows) {
      return Axis.ofScores(
          metric.unit(),
          metric,
          rows.stream().flatMap(row -> value.apply(row).stream()).toList(),
          constant);
    }

    boolean showsConstant(List<ChartRow> rows) {
      return constant.isPresent() && axis(rows).contains(constant.getAsDouble());
    }
  }

  private TaskScoreChart(String dataset, List<ChartRow> all, ChartKey key) {
    this.dataset = dataset;
    this.all = all;
    this.key = key;
    this.rows =
        all.stream()
            .sorted(Comparator.comparingDouble(ChartRow::score).reversed())
            .limit(MAX_ROWS)
            .toList();
    this.panels = panels(tasks(), rows);
    int lines = panels.stream().mapToInt(panel -> panel.titles().size()).max().orElse(1);
    this.header = HEADER + (lines - 1) * HEADER_LINE;
  }

  static Chart of(String dataset, List<ChartRow> rows, ChartKey key) {
    return new TaskScoreChart(dataset, rows, key).chart();
  }

  private List<String> tasks() {
    Set<String> tasks = new LinkedHashSet<>();
    rows.forEach(row -> tasks.addAll(row.tasks().keySet()));
    return List.copyOf(tasks);
  }

  private static List<Panel> panels(List<String> tasks, List<ChartRow> rows) {
    ChartScores scores = rows.get(0).scores();
    List<Panel> panels = new ArrayList<>();
    for (String task : tasks.subList(0, Math.min(MAX_TASKS, tasks.size()))) {
      panels.add(
          new Panel(
              scores.sameMetric()
                  ? List.of(task)
                  : List.of(
                      task, ChartScores.withUnit(scores.metric(task).title(), scores.metric(task))),
              scores.metric(task),
              row -> Optional.ofNullable(row.tasks().get(task)),
              scores.constant(task)));
    }
    if (tasks.size() != 1) {
      panels.add(
          new Panel(
              scores.sameMetric()
                  ? List.of("mean")
                  : List.of(ChartScores.withUnit(scores.headline().title(), scores.headline())),
              scores.headline(),
              row -> Optional.of(row.headline()),
              scores.headlineConstant()));
    }
    return panels;
  }

  private Chart chart() {
    ChartScores scores = rows.get(0).scores();
    int tasks = tasks().size();
    String subject =
        (scores.sameMetric()
                ? ChartScores.withUnit(
                    "test " + scores.metrics().values().iterator().next().phrase(),
                    scores.metrics().values().iterator().next())
                : "test scores")
            + " per task"
            + (tasks > MAX_TASKS ? ", first " + MAX_TASKS + " of " + tasks : "")
            + (rows.size() < all.size() ? ", best " + rows.size() + " of " + all.size() : "");
    Title title = Title.of(dataset, subject, rows);
    int width = Math.max(WIDTH, LABELS + panels.size() * (PANEL + GAP) + MARGIN);
    Legend legend = Legend.of(key, rows, MARGIN, width - MARGIN);
    if (panels.stream().anyMatch(panel -> panel.constant().isPresent())) {
      boolean all = panels.stream().allMatch(panel -> panel.showsConstant(rows));
      boolean none = panels.stream().noneMatch(panel -> panel.showsConstant(rows));
      legend.line(
          Ink.REFERENCE,
          LineStyle.REFERENCE,
          "constant predictor"
              + (all ? "" : none ? ", off the axes" : ", off the axes where not drawn"));
    }
    int top = title.height() + header;
    int bottom = top + rows.size() * LINE;
    int height = bottom + 30 + legend.height() + MARGIN / 2;
    return new Chart(
        "tasks-" + Label.fileName(dataset),
        title.text(),
        described(title),
        width,
        height,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          labels(canvas, top);
          for (int i = 0; i < panels.size(); i++) {
            double step = (width - LABELS - MARGIN + GAP) / (double) panels.size();
            double left = LABELS + i * step;
            panel(canvas, panels.get(i), left, left + step - GAP, top, bottom);
          }
          for (int i = 0; i < rows.size(); i++) {
            ChartRow row = rows.get(i);
            canvas.link(
                0,
                bottom - (rows.size() - i) * LINE,
                width,
                LINE,
                row.name() + ": " + values(row),
                ChartRow.anchor(row.cell()));
          }
          legend.paint(canvas, bottom + 30);
        });
  }

  private void labels(Canvas canvas, double top) {
    for (int i = 0; i < rows.size(); i++) {
      double y = top + (i + 0.5) * LINE;
      canvas.text(
          Ink.TEXT,
          Canvas.TextSize.SMALL,
          Canvas.Anchor.END,
          LABELS - 14,
          y + 4,
          Label.shortened(name(rows.get(i)), MAX_LETTERS));
    }
  }

  /** The shortest name that is unique among the rows of the chart. */
  private String name(ChartRow row) {
    boolean alone = rows.stream().filter(other -> other.series().equals(row.series())).count() == 1;
    return alone ? row.series() : row.name();
  }

  private void panel(
      Canvas canvas, Panel panel, double left, double right, double top, double bottom) {
    Axis axis = panel.axis(rows);
    // The vertical axis counts rows from top to bottom.
    Axis places = new Axis("", -rows.size(), 0, false);
    Plot plot = new Plot(canvas, axis, places, left, top, right, bottom).verticalGrid();
    for (int i = 0; i < rows.size(); i++) {
      double y = plot.y(-(i + 0.5));
      canvas.line(Ink.GRID, LineStyle.THIN, left, y, right, y);
    }
    plot.chanceUp(panel.constant());
    titles(canvas, panel, left, right, top - 8);
    List<Plot.Point> points = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ChartRow row = rows.get(i);
      Estimate place = Estimate.of(-(i + 0.5));
      panel
          .value()
          .apply(row)
          .ifPresent(value -> points.add(new Plot.Point(row, value, place, values(row))));
    }
    plot.points(key, points);
  }

  private static void titles(Canvas canvas, Panel panel, double left, double right, double bottom) {
    for (int i = 0; i < panel.titles().size(); i++) {
      canvas.text(
          Ink.TEXT,
          Canvas.TextSize.NORMAL,
          Canvas.Anchor.MIDDLE,
          (left + right) / 2,
          bottom - (panel.titles().size() - 1 - i) * HEADER_LINE,
          Label.shortened(panel.titles().get(i), (int) ((right - left) / LETTER)));
    }
  }

  private static String values(ChartRow row) {
    return Stream.concat(
            row.tasks().entrySet().stream()
                .map(
                    task ->
                        task.getKey()
                            + " "
                            + task.getValue().text(row.scores().metric(task.getKey()))),
            Stream.of(
                (row.scores().sameMetric() ? "mean" : row.scores().headline().title())
                    + " "
                    + row.headline().text(row.scores().headline())))
        .collect(Collectors.joining(", "));
  }

  private String described(Title title) {
    ChartScores scores = rows.get(0).scores();
    String constants =
        scores.constants().entrySet().stream()
            .map(
                task -> {
                  MetricRecord metric = scores.metric(task.getKey());
                  return Label.clean(task.getKey())
                      + " "
                      + metric.withUnit(metric.number(task.getValue()));
                })
            .collect(Collectors.joining(", "));
    ChartDescription text =
        new ChartDescription(
            title.text()
                + (constants.isEmpty() ? "" : ". Constant predictor " + constants + ". Rows"));
    rows.forEach(row -> text.add(row, values(row)));
    return text.text();
  }
}
