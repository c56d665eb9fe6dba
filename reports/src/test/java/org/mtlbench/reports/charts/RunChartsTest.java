package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.ChartRun;
import org.mtlbench.reports.fixtures.LargeRun;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartRenderer;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.folder.RunFolder;

class RunChartsTest {
  @TempDir Path root;

  /** Says what it was asked for and draws nothing, so that hundreds of cells take no time. */
  private static final class Blank implements ChartRenderer {
    @Override
    public String svg(Chart chart) {
      return chart.title();
    }

    @Override
    public byte[] png(Chart chart) {
      return new byte[0];
    }

    @Override
    public byte[] pdf(Chart chart) {
      return new byte[0];
    }
  }

  private DrawnCharts draw(int cells) throws IOException {
    RunFolder folder = LargeRun.write(root, cells);
    ChartRun.train(folder, 2);
    return RunCharts.write(folder, root, Rows.of(RunResults.read(folder)), new Blank());
  }

  private static List<String> curves(DrawnCharts drawn) {
    return drawn.drawn().keySet().stream().filter(name -> name.startsWith("curves/")).toList();
  }

  @Test
  void drawsCurvesOfEveryCell() throws IOException {
    DrawnCharts drawn = draw(20);

    assertThat(curves(drawn)).hasSize(20);
    assertThat(drawn.missing()).isEmpty();
  }

  @Test
  void limitsCurvesOfLargeRuns() throws IOException {
    DrawnCharts drawn = draw(120);

    assertThat(curves(drawn)).hasSize(40);
    assertThat(drawn.missing())
        .containsExactly(
            "training curves: drawn for the first 40 of 120 cells; the numbers of the others are in"
                + " events/");
    assertThat(drawn.ofRun()).isNotEmpty();
  }
}
