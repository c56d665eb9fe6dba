package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.OverallScores;
import org.mtlbench.reports.rows.OverallScores.Method;
import org.mtlbench.reports.statistics.CriticalDifference;
import org.mtlbench.reports.statistics.RunScores;
import org.mtlbench.reports.statistics.StratifiedBootstrap;

/** Charts of the methods over all datasets and architectures, see {@link OverallScores}. */
final class OverallCharts {
  private static final int WIDTH = 760;
  private static final int RIGHT = WIDTH - 24;
  private static final int NAMES = 220;
  private static final int NAME_LETTERS = 32;
  private static final int LINE = 24;
  private static final int PROFILE_HEIGHT = 320;
  private static final int PROFILE_LEFT = 64;
  private static final int MAX_PROFILES = 8;
  private static final int CAVEAT_LETTERS = 105;
  private static final double REFERENCE = 100;
  private static final String RELATIVE = "% of single-task learning";

  private final OverallScores overall;
  private final List<Method> methods;
  private final ChartKey key;
  private final String caveats;

  private OverallCharts(OverallScores overall, ChartKey key, String caveats) {
    this.overall = overall;
    this.caveats = caveats;
    this.key = key;
    this.methods =
        overall.methods().stream()
            .sorted(Comparator.comparingDouble(m -> -m.scores().interquartileMean()))
            .toList();
  }

  /**
   * The charts of a run; none if there is nothing to combine.
   *
   * @param caveats what restricts the comparison, a few words
   */
  static List<Chart> of(OverallScores overall, ChartKey key, Collection<String> caveats) {
    if (!overall.isDefined()) {
      return List.of();
    }
    OverallCharts charts = new OverallCharts(overall, key, String.join("; ", caveats));
    List<Chart> all = new ArrayList<>(List.of(charts.means(), charts.profiles()));
    overall.criticalDifference().map(charts::ranks).ifPresent(all::add);
    return all;
  }

  /** A method as a dot with the interval of its interquartile mean. */
  private record Dot(Method method, double mean, Optional<StratifiedBootstrap.Interval> interval) {
    static Dot of(Method method) {
      RunScores scores = method.scores();
      return new Dot(
          method,
          scores.interquartileMean(),
          StratifiedBootstrap.isDefined(scores)
              ? Optional.of(StratifiedBootstrap.of(scores, RunScores::interquartileMean))
              : Optional.empty());
    }

    DoubleStream values() {
      return DoubleStream.concat(
          DoubleStream.of(mean),
          interval.stream().flatMapToDouble(i -> DoubleStream.of(i.low(), i.high())));
    }

    String text() {
      return NumberFormats.decimals(mean)
          + interval
              .map(
                  i ->
                      " ("
                          + NumberFormats.decimals(i.low())
                          + " to "
                          + NumberFormats.decimals(i.high())
                          + ")")
              .orElse("");
    }
  }

  private Chart means() {
    List<Dot> dots = methods.stream().map(Dot::of).toList();
    Axis across =
        Axis.covering(
            "interquartile mean, " + RELATIVE,
            DoubleStream.concat(
                DoubleStream.of(REFERENCE), dots.stream().flatMapToDouble(Dot::values)),
            1);
    Axis up = new Axis("", 0, 1, false);
    Title title = title("All datasets and architectures: interquartile mean of all tasks");
    int top = title.height() + 8;
    int bottom = top + LINE * dots.size();
    return new Chart(
        "overall-means",
        title.text(),
        described(title, dots.stream().map(dot -> dot.method().name() + " " + dot.text()).toList()),
        WIDTH,
        bottom + Plot.BELOW + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          Plot plot =
              new Plot(canvas, across, up, NAMES, top, RIGHT, bottom)
                  .verticalGrid()
                  .horizontalTitle();
          double reference = plot.x(REFERENCE);
          canvas.line(Ink.REFERENCE, LineStyle.REFERENCE, reference, top, reference, bottom);
          for (int i = 0; i < dots.size(); i++) {
            paint(canvas, plot, dots.get(i), top + LINE * i + LINE / 2.0);
          }
        });
  }

  private void paint(Canvas canvas, Plot plot, Dot dot, double y) {
    Method method = dot.method();
    Ink ink = key.ink(method.label());
    canvas.text(
        Ink.TEXT,
        Canvas.TextSize.NORMAL,
        Canvas.Anchor.END,
        NAMES - 10,
        y + 4.5,
        Label.shortened(method.name(), NAME_LETTERS));
    dot.interval()
        .ifPresent(
            i -> canvas.line(ink, LineStyle.INTERVAL, plot.x(i.low()), y, plot.x(i.high()), y));
    double x = plot.x(dot.mean());
    Plot.mark(canvas, ink, MarkShape.CIRCLE, key.number(method.label()), x, y);
    canvas.hover(0, y - LINE / 2.0, WIDTH, LINE, method.name() + ": " + dot.text());
  }

  private Chart profiles() {
    List<Method> shown = methods.subList(0, Math.min(MAX_PROFILES, methods.size()));
    Axis across =
        Axis.covering(
            "score s, " + RELATIVE,
            shown.stream().flatMapToDouble(m -> DoubleStream.of(m.scores().sorted())),
            1);
    Axis up = new Axis("share of runs with a score above s", 0, 1.02, false);
    Title title = title("All datasets and architectures: performance profiles");
    int top = title.height() + 22;
    int bottom = top + PROFILE_HEIGHT;
    Legend legend = new Legend(PROFILE_LEFT - 48, RIGHT);
    IntStream.range(0, shown.size())
        .forEach(
            i ->
                legend.line(
                    key.ink(shown.get(i).label()), LineStyle.numbered(i), shown.get(i).name()));
    return new Chart(
        "overall-profiles",
        title.text(),
        described(
            title,
            shown.stream()
                .map(
                    m ->
                        m.name()
                            + " "
                            + NumberFormats.decimals(m.scores().shareAbove(REFERENCE))
                            + " above single-task learning")
                .toList()),
        WIDTH,
        bottom + Plot.BELOW + legend.height() + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          Plot plot = new Plot(canvas, across, up, PROFILE_LEFT, top, RIGHT, bottom).axes();
          for (int i = 0; i < shown.size(); i++) {
            Method method = shown.get(i);
            canvas.line(
                key.ink(method.label()), LineStyle.numbered(i), steps(plot, across, method));
          }
          legend.paint(canvas, bottom + Plot.BELOW);
        });
  }

  /** The points of a step function that falls at each score. */
  private static double[] steps(Plot plot, Axis across, Method method) {
    DoubleStream.Builder points = DoubleStream.builder();
    double share = 1;
    points.add(plot.x(across.low())).add(plot.y(share));
    for (double score : DoubleStream.of(method.scores().sorted()).distinct().toArray()) {
      points.add(plot.x(score)).add(plot.y(share));
      share = method.scores().shareAbove(score);
      points.add(plot.x(score)).add(plot.y(share));
    }
    return points.add(plot.x(across.high())).add(plot.y(share)).build().toArray();
  }

  private Chart ranks(CriticalDifference ranks) {
    List<Integer> order =
        IntStream.range(0, ranks.ranks().length)
            .boxed()
            .sorted(Comparator.comparingDouble(method -> ranks.ranks()[method]))
            .toList();
    List<List<Integer>> groups = ranks.groups();
    Title title =
        title(
            "Mean ranks over "
                + ranks.blocks()
                + " combinations; bars join methods that do not differ significantly");
    int axis = title.height() + 34;
    int lines = axis + 14 + 10 * groups.size();
    int half = (order.size() + 1) / 2;
    Axis across = new Axis("", 1, Math.max(2, order.size()), false);
    return new Chart(
        "overall-ranks",
        title.text(),
        described(
            title,
            order.stream()
                .map(
                    method ->
                        overall.methods().get(method).name()
                            + " "
                            + NumberFormats.decimals(ranks.ranks()[method]))
                .toList()),
        WIDTH,
        lines + LINE * (half + 1),
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          Plot plot =
              new Plot(canvas, across, new Axis("", 0, 1, false), NAMES, axis, WIDTH - NAMES, axis);
          canvas.line(Ink.TEXT, LineStyle.THIN, NAMES, axis, WIDTH - NAMES, axis);
          for (int rank = 1; rank <= across.high(); rank++) {
            double x = plot.x(rank);
            canvas.line(Ink.TEXT, LineStyle.THIN, x, axis - 4, x, axis);
            canvas.text(
                Ink.TEXT,
                Canvas.TextSize.SMALL,
                Canvas.Anchor.MIDDLE,
                x,
                axis - 8,
                Integer.toString(rank));
          }
          for (int i = 0; i < groups.size(); i++) {
            List<Integer> group = groups.get(i);
            double y = axis + 12 + 10.0 * i;
            canvas.line(
                Ink.TEXT,
                LineStyle.BOLD,
                plot.x(ranks.ranks()[group.get(0)]) - 3,
                y,
                plot.x(ranks.ranks()[group.get(group.size() - 1)]) + 3,
                y);
          }
          for (int i = 0; i < order.size(); i++) {
            boolean left = i < half;
            int row = left ? i : order.size() - 1 - i;
            name(
                canvas,
                plot,
                ranks.ranks()[order.get(i)],
                order.get(i),
                left,
                axis,
                lines + LINE * (row + 0.5));
          }
        });
  }

  private void name(
      Canvas canvas, Plot plot, double rank, int method, boolean left, double axis, double y) {
    Method named = overall.methods().get(method);
    double edge = left ? NAMES - 6 : WIDTH - NAMES + 6;
    double x = plot.x(rank);
    canvas.line(key.ink(named.label()), LineStyle.INTERVAL, x, axis, x, y, edge, y);
    canvas.text(
        Ink.TEXT,
        Canvas.TextSize.NORMAL,
        left ? Canvas.Anchor.END : Canvas.Anchor.START,
        left ? edge - 4 : edge + 4,
        y + 4.5,
        Label.shortened(named.name(), NAME_LETTERS - 6) + " " + NumberFormats.decimals(rank));
  }

  private Title title(String subject) {
    return new Title(subject, Label.shortened(caveats, CAVEAT_LETTERS));
  }

  private static String described(Title title, List<String> values) {
    return title.text()
        + ": "
        + values.stream().map(Label::clean).collect(Collectors.joining("; "))
        + ".";
  }
}
