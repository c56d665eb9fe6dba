package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.SparsityRecord;

class OverallTableTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private List<Table> tables() throws IOException {
    return TableKind.STATISTICS.of(Rows.of(RunResults.read(run.write(root))));
  }

  private void done(String dataset, String method, String label, double... accuracies) {
    for (int seed = 0; seed < accuracies.length; seed++) {
      run.done(
          run.plan(dataset, "hps", method, label, seed, "{}"),
          TASKS,
          accuracies[seed],
          accuracies[seed] / 2,
          DENSE,
          0,
          60);
    }
  }

  private static Entry entry(Table table, int row, String column) {
    return table.entry(table.rows().get(row), column).orElseThrow();
  }

  @Test
  void scoresAreRelativeToSingleTaskLearningOverAllDatasets() throws IOException {
    done("a", "stl", "STL", 0.80, 0.80);
    done("a", "m", "M", 0.84, 0.88);
    done("b", "stl", "STL", 0.50, 0.50);
    done("b", "m", "M", 0.45, 0.55);
    Table table = tables().get(0);

    // left and right of a: 105, 110; of b: 90, 110; without the lowest and highest two of eight
    assertThat(entry(table, 0, "method").text()).isEqualTo("M");
    assertThat(entry(table, 0, "iqm").value().orElseThrow())
        .isCloseTo((105 + 105 + 110 + 110) / 4.0, within(1e-9));
    assertThat(entry(table, 0, "iqm-interval").text()).matches("[0-9.]+ to 110.00");
    assertThat(entry(table, 0, "improvement").text()).isEqualTo("0.75 (0.50 to 1.00)");
    assertThat(entry(table, 1, "method").text()).isEqualTo("STL");
    assertThat(entry(table, 1, "iqm").text()).isEqualTo("100.00");
    assertThat(table.captions().get(0).toString()).contains("2 combinations").contains("4 tasks");
  }

  @Test
  void allPairsAreCompared() throws IOException {
    done("a", "stl", "STL", 0.80, 0.80);
    done("a", "m", "M", 0.84, 0.80);
    Table pairs = tables().get(1);

    assertThat(entry(pairs, 1, "over-1").text()).isEqualTo("0.75");
    assertThat(entry(pairs, 0, "over-2").text()).isEqualTo("0.25");
    assertThat(entry(pairs, 0, "over-1").text()).isEmpty();
  }

  @Test
  void aMethodWithoutAResultSomewhereIsNamedInstead() throws IOException {
    done("a", "stl", "STL", 0.80, 0.81);
    done("a", "m", "M", 0.84, 0.83);
    done("a", "n", "N", 0.84, 0.83);
    done("b", "stl", "STL", 0.5);
    done("b", "n", "N", 0.6);
    Table table = tables().get(0);

    assertThat(table.rows()).hasSize(2);
    assertThat(entry(table, 0, "iqm-interval").text()).as("a single seed on b").isEmpty();
    assertThat(table.captions().toString())
        .contains("Not shown, since a result is missing in some combination: M.");
  }

  @Test
  void thereIsNothingToCombineWithASingleSeedOnOneDataset() throws IOException {
    done("a", "stl", "STL", 0.80);
    done("a", "m", "M", 0.84);

    assertThat(tables()).isEmpty();
  }

  @Test
  void ranksNeedFiveBlocksAndSeedsAreNone() throws IOException {
    for (String dataset : List.of("a", "b", "c", "d")) {
      done(dataset, "stl", "STL", 0.80, 0.80, 0.8, 0.8, 0.8);
      done(dataset, "m", "M", 0.84, 0.88, 0.84, 0.85, 0.86);
    }
    assertThat(tables().get(0).entry(tables().get(0).rows().get(0), "rank")).isEmpty();

    done("e", "stl", "STL", 0.80);
    done("e", "m", "M", 0.7);
    Table table = tables().get(0);
    assertThat(entry(table, 0, "rank").text()).isEqualTo("1.20");
    // R: pf(9 / 4, 1, 4, lower.tail = FALSE) for ranks 1.2 and 1.8 of 5 blocks
    assertThat(table.captions().toString()).contains("p = 0.2080").contains("0.88");
  }
}
