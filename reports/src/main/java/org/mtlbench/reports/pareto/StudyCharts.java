package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.reports.plot.Chart;

/** The charts of a study. */
public final class StudyCharts {
  private static final int SPACE = 3;
  private static final int MAX_PAIRS = 3;

  private StudyCharts() {}

  /**
   * The front in three objectives if there are as many, its projections to two, the front in the
   * metrics of the tasks, these against the sparsity rate where it differs, and parallel
   * coordinates; none for fewer than two points. In a projection, a point of the front may be
   * dominated in the two objectives shown.
   */
  public static List<Chart> of(ParetoStudy study) {
    List<Chart> charts = new ArrayList<>();
    if (study.points().size() < 2) {
      return charts;
    }
    Optional<Front> sparse = study.lossesWithSparsity();
    Front losses = sparse.orElseGet(study::losses);
    StudyMarks marks = new StudyMarks(study, study.onLossFront());
    if (losses.objectives().size() == SPACE && losses.points().size() > 1) {
      // The sparsity objective is on the vertical axis.
      List<Objective> rotated = new ArrayList<>(losses.objectives());
      Collections.rotate(rotated, -1);
      charts.add(
          SpatialFrontChart.of(
              "pareto-space-" + study.id(),
              "front in L_0 and the losses",
              rotated,
              losses.points(),
              marks));
    }
    StudyObjectives objectives = study.objectives();
    pairs(
        "pareto-losses-" + study.id(),
        sparse.isPresent()
            ? "projection of the front in L_0 and the losses"
            : front("the losses", objectives.losses()),
        objectives.losses(),
        study.points(),
        marks,
        charts);
    if (sparse.isPresent()) {
      Objective l0 = objectives.sparsity().orElseThrow();
      objectives.losses().stream()
          .limit(MAX_PAIRS - 1)
          .forEach(
              loss ->
                  charts.add(
                      FrontChart.of(
                          "pareto-l0-" + (objectives.losses().indexOf(loss) + 1) + "-" + study.id(),
                          projection(l0, loss),
                          loss,
                          l0,
                          study.weighted(),
                          marks)));
    }
    StudyMarks metricMarks = new StudyMarks(study, study.onMetricFront());
    pairs(
        "pareto-metrics-" + study.id(),
        study.metricsWithSparsity().isPresent()
            ? "projection of the front in SR and the metrics"
            : front("the metrics", objectives.metrics()),
        objectives.metrics(),
        study.points(),
        metricMarks,
        charts);
    if (ParetoStudy.differInSparsity(study.points())) {
      for (int i = 0; i < Math.min(MAX_PAIRS, objectives.metrics().size()); i++) {
        charts.add(
            FrontChart.of(
                "pareto-sparsity-" + (i + 1) + "-" + study.id(),
                study.metricsWithSparsity().isPresent()
                    ? projection(objectives.sparsityRate(), objectives.metrics().get(i))
                    : objectives.metrics().get(i).name() + " against the sparsity rate",
                objectives.sparsityRate(),
                objectives.metrics().get(i),
                study.points(),
                metricMarks));
      }
    }
    charts.add(ParallelChart.of("pareto-parallel-" + study.id(), study, marks));
    return charts;
  }

  /**
   * Two charts for each dataset of two tasks with several studies, which have the fronts of all.
   */
  public static List<Chart> comparisons(List<ParetoStudy> studies) {
    Map<String, List<ParetoStudy>> byDataset = new LinkedHashMap<>();
    for (ParetoStudy study : studies) {
      if (study.tasks().size() == 2 && !study.points().isEmpty()) {
        byDataset.computeIfAbsent(study.dataset(), dataset -> new ArrayList<>()).add(study);
      }
    }
    return byDataset.values().stream()
        .filter(several -> several.size() > 1)
        .flatMap(several -> FrontsChart.of(several).stream())
        .toList();
  }

  private static String front(String in, List<Objective> objectives) {
    return (objectives.size() == 2 ? "front in " : "projection of the front in ") + in;
  }

  private static String projection(Objective first, Objective second) {
    return "projection of the front to " + first.name() + " and " + second.name();
  }

  private static void pairs(
      String name,
      String subject,
      List<Objective> objectives,
      List<StudyPoint> points,
      StudyMarks marks,
      List<Chart> charts) {
    int before = charts.size();
    for (int i = 0; i < objectives.size(); i++) {
      for (int j = i + 1; j < objectives.size() && charts.size() < before + MAX_PAIRS; j++) {
        String number = objectives.size() == 2 ? "" : "-" + (i + 1) + "-" + (j + 1);
        charts.add(
            FrontChart.of(
                name + number, subject, objectives.get(i), objectives.get(j), points, marks));
      }
    }
  }
}
