package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.plot.Axis;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Legend;
import org.mtlbench.reports.plot.LineStyle;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.Title;

/**
 * The fronts of several studies on a dataset in the losses or in the primary metrics of two tasks,
 * each sparse and dense, for example of two architectures.
 */
final class FrontsChart {
  private static final double MARK = 10;

  private FrontsChart() {}

  /**
   * The plane of the chart.
   *
   * @param suffix distinguishes its file name
   * @param subject the objectives in words
   * @param objectives both objectives
   * @param weighted the front of a study's points with k_0 &gt; 0 in these objectives
   * @param dense the front of those with k_0 = 0
   */
  private record Plane(
      String suffix,
      String subject,
      Function<StudyObjectives, List<Objective>> objectives,
      Function<ParetoStudy, Front> weighted,
      Function<ParetoStudy, Front> dense) {}

  private static final List<Plane> PLANES =
      List.of(
          new Plane(
              "", "losses", StudyObjectives::losses, ParetoStudy::losses, ParetoStudy::denseLosses),
          new Plane(
              "-metrics",
              "metrics",
              StudyObjectives::metrics,
              ParetoStudy::metrics,
              ParetoStudy::denseMetrics));

  /**
   * A front of a study.
   *
   * @param study number of the study, counted from 0
   * @param dense whether it is that of the points with k_0 = 0
   * @param members its points, in the order of the first loss
   */
  private record Curve(String name, int study, boolean dense, List<StudyPoint> members) {
    LineStyle style() {
      return LineStyle.numbered(dense ? 1 : 0);
    }

    void mark(Canvas canvas, double x, double y) {
      if (dense) {
        canvas.ring(Ink.method(study), MARK, x, y);
      } else {
        canvas.mark(Ink.method(study), MarkShape.numbered(study), MARK, x, y);
      }
    }
  }

  /**
   * A chart for the losses and one for the primary metrics.
   *
   * @param studies at least two studies on one dataset of two tasks
   */
  static List<Chart> of(List<ParetoStudy> studies) {
    return PLANES.stream().map(plane -> of(studies, plane)).toList();
  }

  private static Chart of(List<ParetoStudy> studies, Plane plane) {
    String dataset = studies.get(0).dataset();
    List<Objective> objectives = plane.objectives().apply(studies.get(0).objectives());
    Objective across = objectives.get(0);
    Objective up = objectives.get(1);
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      ParetoStudy study = studies.get(i);
      curves.add(curve(study, i, false, plane.weighted().apply(study), across));
      curves.add(curve(study, i, true, plane.dense().apply(study), across));
    }
    curves.removeIf(curve -> curve.members().isEmpty());
    List<StudyPoint> points = curves.stream().flatMap(c -> c.members().stream()).toList();
    Axis horizontal = FrontChart.axis(across, points);
    Axis vertical = FrontChart.axis(up, points);
    Title title =
        new Title(
            Label.shortened(dataset + ": fronts of all studies in the " + plane.subject(), 80),
            caveats(points));
    Legend legend = new Legend(FrontChart.LEFT - 48, FrontChart.RIGHT);
    for (Curve curve : curves) {
      legend.mark(
          (canvas, at) -> {
            canvas.line(Ink.method(curve.study()), curve.style(), at[0], at[1], at[0] + 18, at[1]);
            curve.mark(canvas, at[0] + 9, at[1]);
          },
          curve.name());
    }
    int top = title.height() + FrontChart.HEADER;
    int bottom = top + FrontChart.AREA;
    return new Chart(
        "pareto-fronts" + plane.suffix() + "-" + Label.fileName(dataset),
        title.text(),
        title.text()
            + ". "
            + curves.stream()
                .map(
                    curve ->
                        curve.name()
                            + ": "
                            + curve.members().size()
                            + (curve.members().size() == 1 ? " point" : " points"))
                .collect(Collectors.joining("; "))
            + ".",
        FrontChart.WIDTH,
        bottom + Plot.BELOW + legend.height() + 8,
        Chart.DENSE,
        canvas -> {
          title.paint(canvas);
          Plot plot =
              new Plot(canvas, horizontal, vertical, FrontChart.LEFT, top, FrontChart.RIGHT, bottom)
                  .axes();
          curves.forEach(curve -> paint(canvas, plot, curve, across, up));
          legend.paint(canvas, bottom + Plot.BELOW);
        });
  }

  private static Curve curve(
      ParetoStudy study, int number, boolean dense, Front front, Objective across) {
    return new Curve(
        study.architecture()
            + " / "
            + study.method()
            + (study.prefersSparsity()
                ? ", " + (dense ? ParetoStudy.denseName() : study.weightedName())
                : ""),
        number,
        dense,
        front.members().stream().sorted(Comparator.comparingDouble(across::displayed)).toList());
  }

  private static void paint(Canvas canvas, Plot plot, Curve curve, Objective across, Objective up) {
    List<StudyPoint> members = curve.members();
    double[] line = new double[2 * members.size()];
    for (int i = 0; i < members.size(); i++) {
      line[2 * i] = plot.x(across.displayed(members.get(i)));
      line[2 * i + 1] = plot.y(up.displayed(members.get(i)));
    }
    if (members.size() > 1) {
      canvas.line(Ink.method(curve.study()), curve.style(), line);
    }
    for (int i = 0; i < members.size(); i++) {
      StudyPoint point = members.get(i);
      curve.mark(canvas, line[2 * i], line[2 * i + 1]);
      canvas.link(
          line[2 * i] - MARK,
          line[2 * i + 1] - MARK,
          2 * MARK,
          2 * MARK,
          curve.name()
              + " "
              + point.group().preference()
              + ": "
              + StudyMarks.values(point, List.of(across, up)),
          ChartRow.anchor(point.group().cell().id()));
    }
  }

  private static String caveats(List<StudyPoint> points) {
    TreeSet<String> caveats = new TreeSet<>();
    for (StudyPoint point : points) {
      point.group().resultFlags().stream()
          .filter(flag -> flag != Flag.COLLAPSED)
          .forEach(flag -> caveats.add(flag.displayName()));
    }
    return Label.shortened(String.join("; ", caveats), 80);
  }
}
