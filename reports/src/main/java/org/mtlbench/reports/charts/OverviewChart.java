package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.mtlbench.reports.plot.Axis;
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

/**
 * The first chart of a dataset: the headline against the total time, the Pareto front of the two as
 * steps, and the names of rows next to their marks where there is space.
 */
public final class OverviewChart {
  private static final String FOLDER = "overview/";
  private static final int LEFT = 56;
  private static final int MARGIN = 14;
  private static final int HEADER = 24;
  private static final double CLOSE = 0.98;

  private final Subject subject;
  private final Size size;
  private final List<ChartRow> rows;
  private final List<ChartRow> front;

  /** Sizes of the chart. */
  public enum Size {
    /** For wide screens. */
    WIDE(640, 264, ""),
    /** For phones. */
    NARROW(370, 290, "-narrow");

    private final int width;
    private final int area;
    private final String suffix;

    Size(int width, int area, String suffix) {
      this.width = width;
      this.area = area;
      this.suffix = suffix;
    }

    /** The name in style sheets. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is drawn.
   *
   * @param dataset dataset id
   * @param rows rows of the dataset with a result
   * @param key colours and shapes of the report
   * @param notable ids of the first cells of rows whose names come first
   * @param best id of the first cell of the row whose name is bold; may be empty
   * @param caveats what limits a comparison of the rows, a few words each
   */
  record Subject(
      String dataset,
      List<ChartRow> rows,
      ChartKey key,
      Set<String> notable,
      String best,
      List<String> caveats) {
    Subject {
      rows = List.copyOf(rows);
      notable = Set.copyOf(notable);
      caveats = List.copyOf(caveats);
    }
  }

  private OverviewChart(Subject subject, Size size) {
    this.subject = subject;
    this.size = size;
    this.rows = subject.rows().stream().filter(OverviewChart::hasTime).toList();
    this.front = front(rows);
  }

  private static boolean hasTime(ChartRow row) {
    return row.minutes().filter(minutes -> minutes.mean() > 0).isPresent();
  }

  /** The name of the chart of a dataset. */
  public static String name(String dataset, Size size) {
    return FOLDER + Label.fileName(dataset) + size.suffix;
  }

  /** The charts of a dataset in all sizes; empty if no row has a time. */
  static List<Chart> of(Subject subject) {
    return subject.rows().stream().noneMatch(OverviewChart::hasTime)
        ? List.of()
        : Stream.of(Size.values()).map(size -> new OverviewChart(subject, size).chart()).toList();
  }

  /**
   * The rows that no other row beats in one quantity without being worse in the other, from the
   * cheapest to the best. Of rows that are equal in both, the first one is taken.
   */
  static List<ChartRow> front(List<ChartRow> rows) {
    List<ChartRow> front = new ArrayList<>();
    rows.stream()
        .sorted(
            Comparator.comparingDouble(OverviewChart::minutes)
                .thenComparing(Comparator.comparingDouble(ChartRow::score).reversed()))
        .forEach(
            row -> {
              if (front.isEmpty() || row.score() > front.get(front.size() - 1).score()) {
                front.add(row);
              }
            });
    return front;
  }

  static double minutes(ChartRow row) {
    return row.minutes().map(Estimate::mean).orElseThrow();
  }

  private Chart chart() {
    ChartScores scores = rows.get(0).scores();
    Title title = Title.of(subject.dataset(), scores.subject() + " against total time", rows);
    Axis up =
        Axis.ofScores(
            scores.axisTitle(),
            scores.headline(),
            rows.stream().map(ChartRow::headline).toList(),
            scores.headlineConstant());
    Legend legend = legend(scores, up);
    int right = size.width - MARGIN;
    int bottom = HEADER + size.area;
    ChartDescription text =
        new ChartDescription(
            title.text() + ". Pareto front: " + names(front) + ". " + scores.title() + " and time");
    rows.forEach(row -> text.add(row, values(row)));
    return new Chart(
        name(subject.dataset(), size),
        title.text(),
        text.text(),
        size.width,
        bottom + Plot.BELOW + legend.height() + 4,
        Chart.DENSE,
        canvas -> {
          Plot plot = new Plot(canvas, across(), up, LEFT, HEADER, right, bottom).axes();
          plot.chanceAcross(LEFT, scores.headlineConstant());
          if (front.size() > 1) {
            canvas.line(Ink.REFERENCE, LineStyle.numbered(0), steps(plot));
          }
          plot.points(
              subject.key(),
              rows.stream()
                  .map(
                      row ->
                          new Plot.Point(
                              row, Estimate.of(minutes(row)), row.headline(), values(row)))
                  .toList());
          LabelPlacement placement =
              new LabelPlacement(LEFT, HEADER - 4, right + MARGIN, bottom + 4);
          placement.line(steps(plot));
          new OverviewLabels(subject, rows, front).paint(canvas, plot, placement);
          legend.paint(canvas, bottom + Plot.BELOW);
        });
  }

  private Legend legend(ChartScores scores, Axis up) {
    Legend legend = new Legend(MARGIN - 6, size.width - 4);
    legend.line(Ink.REFERENCE, LineStyle.numbered(0), "Pareto front");
    List<String> architectures = subject.key().architectures();
    List<String> shown =
        architectures.stream()
            .filter(name -> rows.stream().anyMatch(row -> row.architecture().equals(name)))
            .toList();
    if (shown.size() > 1) {
      shown.forEach(name -> legend.architecture(subject.key(), name));
    }
    scores
        .headlineConstant()
        .ifPresent(
            score -> {
              if (up.contains(score)) {
                legend.line(
                    Ink.REFERENCE,
                    LineStyle.REFERENCE,
                    Plot.chanceLabel(up, scores.headline(), score));
              }
            });
    if (!subject.caveats().isEmpty()) {
      legend.newLine();
      subject.caveats().forEach(legend::remark);
    }
    return legend;
  }

  private Axis across() {
    Axis axis =
        Axis.ofRatios("Total time (min)", rows.stream().mapToDouble(OverviewChart::minutes));
    // Times that are far from 0 and differ are shown at full length.
    boolean close = axis.low() > axis.high() / 2 && axis.low() < CLOSE * axis.high();
    return axis.logarithmic() || close ? axis : axis.including(0);
  }

  /** The points of the front: what is reached at each time, up to its best row. */
  private double[] steps(Plot plot) {
    DoubleStream.Builder points = DoubleStream.builder();
    double height = 0;
    for (int i = 0; i < front.size(); i++) {
      double x = plot.x(minutes(front.get(i)));
      if (i > 0) {
        points.add(x).add(height);
      }
      height = plot.y(front.get(i).headline().mean());
      points.add(x).add(height);
    }
    return points.build().toArray();
  }

  private static String names(List<ChartRow> rows) {
    return String.join(", ", rows.stream().map(row -> Label.clean(row.name())).toList());
  }

  private static String values(ChartRow row) {
    return row.headline().text(row.scores().headline())
        + " at "
        + row.minutes().map(Estimate::text).orElseThrow()
        + " min";
  }
}
