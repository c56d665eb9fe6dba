package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Estimate;
import org.mtlbench.results.score.MetricRecord;

class OverviewChartTest {
  private static final ChartScores SCORES =
      new ChartScores(
          Map.of("left", MetricRecord.ACCURACY),
          "mean test accuracy",
          "accuracy",
          MetricRecord.ACCURACY,
          Map.of(),
          OptionalDouble.empty());

  private static ChartRow row(String label, double score, double minutes) {
    return new ChartRow(
        "id-" + label,
        "d",
        "hps",
        label,
        "",
        List.of(),
        Map.of("left", Estimate.of(score)),
        Estimate.of(score),
        SCORES,
        Optional.empty(),
        minutes == 0 ? Optional.empty() : Optional.of(Estimate.of(minutes)),
        Map.of(),
        List.of());
  }

  private static List<Chart> charts(List<ChartRow> rows, String best) {
    return OverviewChart.of(
        new OverviewChart.Subject(
            "d", rows, ChartKey.of(rows), Set.of(), best, List.of("synthetic data")));
  }

  private static List<String> front(ChartRow... rows) {
    return OverviewChart.front(List.of(rows)).stream().map(ChartRow::label).toList();
  }

  @Test
  void frontHasRowsThatNoOtherDominates() {
    assertThat(front(row("slow", 95, 9), row("bad", 80, 5), row("fast", 90, 1), row("mid", 93, 4)))
        .containsExactly("fast", "mid", "slow");
    assertThat(front(row("a", 90, 2), row("b", 92, 2), row("c", 92, 3))).containsExactly("b");
    assertThat(front(row("a", 90, 2), row("b", 90, 2))).containsExactly("a");
  }

  @Test
  void namesRowsBesideTheirMarksAndLinksToThem() {
    List<Chart> charts = charts(List.of(row("MGDA", 95, 9), row("LS", 90, 1)), "id-MGDA");

    assertThat(charts).extracting(Chart::name).containsExactly("overview/d", "overview/d-narrow");
    String svg = new CanvasRenderer().svg(charts.get(0));
    assertThat(svg)
        .contains(">MGDA · hps</text>", ">LS · hps</text>", "href=\"#row-id-MGDA\"")
        .contains("class=\"t-name text\"", ">synthetic data</text>", "data-series=\"1\"");
    assertThat(charts.get(0).description()).contains("Pareto front: LS · hps, MGDA · hps.");
  }

  @Test
  void leavesOutLabelsWithoutSpace() {
    List<ChartRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(row("method " + i, 90 + 0.01 * i, 1 + 0.01 * i));
    }
    String svg = new CanvasRenderer().svg(charts(rows, "id-method 3").get(0));

    assertThat(svg).contains(">method 3 · hps</text>");
    assertThat(svg.split("· hps</text>", -1).length - 1).isLessThan(17);
  }

  @Test
  void needsTimes() {
    assertThat(charts(List.of(row("MGDA", 95, 0)), "")).isEmpty();
  }
}
