package org.mtlbench.reports.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.StudyRun;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.folder.RunFolder;

class StudyChartsTest {
  @TempDir Path root;

  private static List<ParetoStudy> studies(RunFolder folder) throws IOException {
    return ParetoStudies.of(Rows.of(RunResults.read(folder)));
  }

  @Test
  void drawsFrontInSpaceProjectionsMetricsAndParallelCoordinates() throws IOException {
    List<Chart> charts = StudyCharts.of(studies(StudyRun.everything(root)).get(0));

    assertThat(charts)
        .extracting(chart -> chart.name().replace("-multimnist-mdmtn-ours", ""))
        .containsExactly(
            "pareto-space",
            "pareto-losses",
            "pareto-l0-1",
            "pareto-l0-2",
            "pareto-metrics",
            "pareto-sparsity-1",
            "pareto-sparsity-2",
            "pareto-parallel");
    assertThat(charts.get(0).description())
        .contains("3 of 4 points on the front", "(0.01, 0.8, 0.19) left loss 0.1000")
        .doesNotContain("(0, 0.9, 0.1)");
    assertThat(charts.get(1).description()).contains("5 of 7 points on the front");
    assertThat(charts.get(0).title()).contains("synthetic data");
    assertThat(charts)
        .extracting(Chart::title)
        .extracting(title -> title.replaceAll("^.*Ours: | \\(.*", ""))
        .containsExactly(
            "front in L_0 and the losses",
            "projection of the front in L_0 and the losses",
            "projection of the front to L_0 and left loss",
            "projection of the front to L_0 and right loss",
            "projection of the front in SR and the metrics",
            "projection of the front to SR and left accuracy",
            "projection of the front to SR and right accuracy",
            "preference vectors and objectives");
  }

  @Test
  void marksDominatedPointsWithRings() throws IOException {
    List<Chart> charts = StudyCharts.of(studies(StudyRun.everything(root)).get(0));
    String svg = new CanvasRenderer().svg(charts.get(1));

    // Two dominated points and the one of the legend.
    assertThat(svg.split("<path class=\"line ", -1)).hasSize(1 + 3);
    assertThat(svg).contains("k = (0.1, 0.4, 0.5): left loss 0.4100, right loss 0.4100");
  }

  @Test
  void drawsFrontsOfAllArchitecturesTogether() throws IOException {
    StudyRun run = new StudyRun();
    for (String architecture : List.of("hps", "mdmtn")) {
      run.on(architecture);
      for (int i = 0; i < 4; i++) {
        double[] losses = {0.1 + 0.1 * i, 0.4 - 0.1 * i};
        run.point("[0.1, 0." + i + "]", 10, 100, losses, new double[] {0.9 + 0.01 * i, 0.9});
      }
    }
    List<ParetoStudy> studies = studies(run.write(root));

    List<Chart> charts = StudyCharts.comparisons(studies);
    assertThat(charts)
        .extracting(Chart::name)
        .containsExactly("pareto-fronts-multimnist", "pareto-fronts-metrics-multimnist");
    assertThat(charts.get(0).description())
        .contains("hps / Ours: 4 points", "mdmtn / Ours: 4 points");
    assertThat(charts.get(1).description())
        .contains("hps / Ours: 1 point", "mdmtn / Ours: 1 point");
    assertThat(new CanvasRenderer().svg(charts.get(0))).contains("<polyline");
    assertThat(StudyCharts.comparisons(studies.subList(0, 1))).isEmpty();
  }
}
