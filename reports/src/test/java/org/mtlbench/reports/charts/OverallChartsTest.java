package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.folder.RunFolder;

class OverallChartsTest {
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);

  @TempDir Path root;

  private final FixtureRun run = new FixtureRun();

  private void done(String dataset, String method, String label, double... accuracies) {
    for (int seed = 0; seed < accuracies.length; seed++) {
      run.done(
          run.plan(dataset, "hps", method, label, seed, "{}"),
          List.of("left", "right"),
          accuracies[seed],
          accuracies[seed] - 0.01,
          DENSE,
          0,
          60);
    }
  }

  private DrawnCharts charts() throws IOException {
    RunFolder folder = run.write(root);
    return RunCharts.write(folder, root, Rows.of(RunResults.read(folder)), new CanvasRenderer());
  }

  @Test
  void methodsOverFiveDatasetsHaveMeansProfilesAndRanks() throws IOException {
    List<String> datasets = List.of("a", "b", "c", "d", "e");
    for (int i = 0; i < datasets.size(); i++) {
      double base = 0.5 + 0.08 * i;
      done(datasets.get(i), "stl", "STL", base, base + 0.01);
      done(datasets.get(i), "m", "Better", base + 0.03, base + 0.05);
      done(datasets.get(i), "n", "Best", base + 0.06, base + 0.08);
      done(datasets.get(i), "o", "Mixed", base + (i % 2 == 0 ? 0.1 : -0.1), base);
    }
    DrawnCharts drawn = charts();

    assertThat(drawn.drawn().keySet())
        .contains("overall-means", "overall-profiles", "overall-ranks");
    String ranks = Files.readString(root.resolve("charts/overall-ranks.svg"));
    assertThat(ranks).contains("Mean ranks over 5 combinations").contains("Best ").contains("STL ");
    assertThat(Files.readString(root.resolve("charts/overall-means.svg")))
        .contains("Better: 10")
        .contains("Mixed: ");
    assertThat(Files.readString(root.resolve("charts/overall-profiles.svg")))
        .contains("share of runs");
    assertThat(Files.size(root.resolve("charts/overall-ranks.png"))).isPositive();
  }

  @Test
  void aSingleDatasetWithOneSeedHasNone() throws IOException {
    done("a", "stl", "STL", 0.5);
    done("a", "m", "Better", 0.6);

    assertThat(charts().drawn().keySet()).noneMatch(name -> name.startsWith("overall"));
  }
}
