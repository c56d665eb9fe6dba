package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

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

class EfficiencyTableTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord SPARSE = SparsityRecord.ofRows(100, 40, 50, 0.4);

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private Table table() throws IOException {
    return EfficiencyTable.of(Rows.of(RunResults.read(run.write(root))));
  }

  private static Entry entry(Table table, String column) {
    return table.entry(table.rows().get(0), column).orElseThrow();
  }

  @Test
  void showsWallAndProcessorTime() throws IOException {
    run.done(run.plan("d", "hps", "m", "A", 0, "{}"), TASKS, 0.9, 0.8, SPARSE, 120, 240);
    Table table = table();

    assertThat(entry(table, "parameters").text()).isEqualTo("5,000");
    assertThat(entry(table, "nonzero-parameters").text()).isEqualTo("3,000");
    assertThat(entry(table, "epochs").text()).isEqualTo("30");
    assertThat(entry(table, "seconds-per-epoch").text()).isEqualTo("8.00");
    assertThat(entry(table, "main-minutes").text()).isEqualTo("4.00");
    assertThat(entry(table, "main-cpu-minutes").text()).isEqualTo("3.00");
    assertThat(entry(table, "total-minutes").text()).isEqualTo("6.00");
    assertThat(entry(table, "total-cpu-minutes").text()).isEqualTo("4.50");
    assertThat(entry(table, "peak-megabytes").text()).isEqualTo("230");
    assertThat(entry(table, "slots").text()).isEqualTo("1");
    assertThat(entry(table, "device").text()).isEqualTo("cpu");
    assertThat(table.indexOf("all-seeds-minutes")).isEmpty();
  }

  @Test
  void summarisesRepetitionsInOneRow() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      run.done(
          run.plan("d", "hps", "mgda", "MGDA", seed, "{}"),
          TASKS,
          0.9,
          0.8,
          SPARSE,
          60,
          60.0 * (seed + 1));
    }
    Table table = table();

    assertThat(table.rows()).hasSize(1);
    assertThat(entry(table, "seeds").text()).isEqualTo("3");
    // 1, 2, 3 minutes: s = 1, 4.3027 / sqrt(3) = 2.48.
    assertThat(entry(table, "main-minutes").text()).isEqualTo("2.00 ± 2.48");
    assertThat(entry(table, "total-minutes").text()).isEqualTo("3.00 ± 2.48");
    assertThat(entry(table, "all-seeds-minutes").text()).isEqualTo("9.00");
  }

  @Test
  void countsTrialsAsSearch() throws IOException {
    run.tuned(
        run.plan("d", "hps", "m", "A", 0, "{}"),
        "{\"x\": [1, 2]}",
        1,
        FixtureRun.trial(1, "{\"x\": 1}", 0.5),
        FixtureRun.trial(2, "{\"x\": 2}", 0.6));
    Table table = table();

    assertThat(entry(table, "main-minutes").text()).isEqualTo("5.00");
    assertThat(entry(table, "total-minutes").text()).isEqualTo("7.00");
    assertThat(entry(table, "total-cpu-minutes").text()).isEqualTo("7.00");
    assertThat(entry(table, "parameters").isMissing()).isTrue();
  }
}
