package org.mtlbench.reports.pareto;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;

/**
 * The marks of a study's charts. Points with k_0 &gt; 0 have the colour and the number of their
 * cluster if they are on the front, and a ring of that colour if they are dominated; points with
 * k_0 = 0 are black.
 */
final class StudyMarks {
  private static final double DENSE = 11;
  private static final double RING = 7;
  private static final int MAX_TITLE = 80;
  private static final int MAX_DESCRIBED = 12;

  private final ParetoStudy study;
  private final List<SparsityCluster> clusters;
  private final Set<StudyPoint> front;
  private final IdentityHashMap<StudyPoint, Integer> numbers = new IdentityHashMap<>();

  /**
   * The marks of a chart.
   *
   * @param front the points on the front; compared by identity
   */
  StudyMarks(ParetoStudy study, Set<StudyPoint> front) {
    this.study = study;
    this.clusters = study.clusters();
    this.front = front;
    for (int i = 0; i < clusters.size(); i++) {
      for (StudyPoint point : clusters.get(i).points()) {
        numbers.put(point, i);
      }
    }
  }

  boolean isOnFront(StudyPoint point) {
    return front.contains(point);
  }

  boolean isDense(StudyPoint point) {
    return cluster(point) < 0;
  }

  /** The index of a point's cluster; -1 for points with k_0 = 0. */
  private int cluster(StudyPoint point) {
    return numbers.getOrDefault(point, -1);
  }

  private Ink ink(StudyPoint point) {
    return isDense(point) ? Ink.TEXT : Ink.method(cluster(point));
  }

  /** The colour of a point's line: that of its cluster if it is on the front, otherwise grey. */
  Ink lineInk(StudyPoint point) {
    return isOnFront(point) ? ink(point) : Ink.REFERENCE;
  }

  LineStyle line(StudyPoint point) {
    return isOnFront(point) ? LineStyle.numbered(Math.max(0, cluster(point))) : LineStyle.THIN;
  }

  /** Draws a point with a tooltip and a link to its row. */
  void draw(Canvas canvas, StudyPoint point, double x, double y, String values) {
    if (!isOnFront(point)) {
      canvas.ring(ink(point), RING, x, y);
    } else if (isDense(point)) {
      canvas.mark(Ink.TEXT, MarkShape.DIAMOND, DENSE, x, y);
    } else {
      Plot.mark(canvas, ink(point), MarkShape.CIRCLE, Integer.toString(cluster(point) + 1), x, y);
    }
    canvas.link(
        x - Plot.MARK / 2,
        y - Plot.MARK / 2,
        Plot.MARK,
        Plot.MARK,
        study.key() + " = " + point.group().preference() + ": " + values,
        ChartRow.anchor(point.group().cell().id()));
  }

  /**
   * The legend.
   *
   * @param shown the points of the chart
   */
  Legend legend(List<StudyPoint> shown, double left, double right) {
    Legend legend = new Legend(left, right);
    for (int i = 0; i < clusters.size(); i++) {
      SparsityCluster cluster = clusters.get(i);
      int number = i;
      long members = cluster.points().stream().filter(this::isOnFront).count();
      legend.mark(
          (canvas, at) ->
              Plot.mark(
                  canvas,
                  Ink.method(number),
                  MarkShape.CIRCLE,
                  Integer.toString(number + 1),
                  at[0] + 9,
                  at[1]),
          cluster.name() + ": " + members + " of " + cluster.points().size() + " on the front");
    }
    if (shown.stream().anyMatch(point -> isDense(point) && isOnFront(point))) {
      legend.mark(
          (canvas, at) -> canvas.mark(Ink.TEXT, MarkShape.DIAMOND, DENSE, at[0] + 9, at[1]),
          "front with " + ParetoStudy.denseName());
    }
    if (shown.stream().anyMatch(point -> !isOnFront(point))) {
      legend.mark((canvas, at) -> canvas.ring(Ink.REFERENCE, RING, at[0] + 9, at[1]), "dominated");
    }
    return legend;
  }

  /** The legend of a chart that shows points as lines. */
  Legend lineLegend(double left, double right) {
    Legend legend = new Legend(left, right);
    for (int i = 0; i < clusters.size(); i++) {
      legend.line(Ink.method(i), LineStyle.numbered(i), clusters.get(i).name());
    }
    if (!study.dense().isEmpty()) {
      legend.line(Ink.TEXT, LineStyle.numbered(0), ParetoStudy.denseName());
    }
    return legend.remark("thin grey lines: dominated; arrowheads: better values");
  }

  /** A title with the flags of the study that limit a comparison. */
  Title title(String subject) {
    TreeSet<String> caveats = new TreeSet<>();
    for (StudyPoint point : study.points()) {
      Set<Flag> flags = point.group().resultFlags();
      flags.remove(Flag.COLLAPSED);
      flags.forEach(flag -> caveats.add(flag.displayName()));
    }
    return new Title(
        Label.shortened(study.name() + ": " + subject, MAX_TITLE),
        Label.shortened(String.join("; ", caveats), MAX_TITLE));
  }

  /** A description of a chart for screen readers, limited to the first points of the front. */
  String description(Title title, List<StudyPoint> shown, Function<StudyPoint, String> values) {
    List<StudyPoint> members = shown.stream().filter(this::isOnFront).toList();
    return title.text()
        + ". "
        + members.size()
        + " of "
        + shown.size()
        + " points on the front: "
        + members.stream()
            .limit(MAX_DESCRIBED)
            .map(point -> point.group().preference() + " " + values.apply(point))
            .collect(Collectors.joining("; "))
        + (members.size() > MAX_DESCRIBED ? "; and more, see the tables." : ".");
  }

  /** The values of a point in some objectives. */
  static String values(StudyPoint point, List<Objective> objectives) {
    return objectives.stream()
        .map(
            objective ->
                String.format(
                    Locale.ROOT,
                    "%s %.4g%s",
                    objective.name(),
                    objective.displayed(point),
                    objective.unit().isEmpty() ? "" : " " + objective.unit()))
        .collect(Collectors.joining(", "));
  }
}
