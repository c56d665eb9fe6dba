package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.SparsityRecord;

class SparsitySweepTableTest {
  private static final List<String> TASKS = List.of("left", "right");

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private Optional<Table> table() throws IOException {
    return SparsitySweepTable.of(Rows.of(RunResults.read(run.write(root))));
  }

  /**
   * A seed for each left accuracy; right accuracies grow with the seed, twice as fast if sparse.
   */
  private void row(String label, int zeroRows, double right, double... left) {
    for (int seed = 0; seed < left.length; seed++) {
      run.done(
          run.plan("d", "hps", "m", label, seed, "{}"),
          TASKS,
          left[seed],
          right + (zeroRows > 0 ? 0.002 : 0.001) * seed,
          SparsityRecord.ofRows(1000, zeroRows, 1000 - zeroRows, 0.001 * zeroRows),
          0,
          60);
    }
  }

  private static Entry entry(Table table, int row, String column) {
    return table.entry(table.rows().get(row), column).orElseThrow();
  }

  @Test
  void comparesEachTaskWithDenseRowInOrderOfSparsity() throws IOException {
    row("Ours 0.9", 900, 0.5, 0.30, 0.302, 0.301);
    row("Dense", 0, 0.8, 0.90, 0.90, 0.90);
    row("Ours 0.5", 400, 0.8, 0.91, 0.89, 0.90);
    row("Ours 0.8", 700, 0.8, 0.60, 0.602, 0.601);
    row("Other 0.5", 300, 0.8, 0.9, 0.9, 0.9);

    Table table = table().orElseThrow();

    assertThat(table.rows().stream().map(row -> table.entry(row, "method").orElseThrow().text()))
        .as("without the single row of another label")
        .containsExactly("Dense", "Ours 0.5", "Ours 0.8", "Ours 0.9");
    assertThat(entry(table, 0, "difference-task1").value()).isEmpty();
    // -30, -29.8 and -29.9 points: mean -29.9, s = 0.1, the quantile of t with 2 degrees 4.30265.
    assertThat(entry(table, 2, "difference-task1").value().orElseThrow())
        .isCloseTo(-29.9, within(1e-6));
    assertThat(entry(table, 2, "difference-task1").halfWidth().orElseThrow())
        .isCloseTo(4.30265 * 0.1 / Math.sqrt(3), within(1e-4));
    assertThat(table.rows().stream().map(row -> table.entry(row, "worse").orElseThrow().text()))
        .containsExactly("", "", "left", "left, right");
    assertThat(entry(table, 3, "difference-task2").value().orElseThrow())
        .isCloseTo(-29.9, within(1e-6));
  }

  @Test
  void needsSingleDenseRowAndThreeRates() throws IOException {
    row("Ours 0.5", 500, 0.8, 0.9);
    row("Ours 0.8", 800, 0.8, 0.8);
    row("Ours 0.9", 900, 0.8, 0.7);
    assertThat(table()).as("no dense row").isEmpty();

    row("Dense", 0, 0.8, 0.9);
    assertThat(table()).isPresent();

    row("Dense 2", 0, 0.8, 0.9);
    assertThat(table()).as("two dense rows").isEmpty();
  }
}
