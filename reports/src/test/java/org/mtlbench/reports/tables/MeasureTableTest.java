package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.CellRecordBuilder;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.score.TaskValues;

class MeasureTableTest {
  private static final List<String> TASKS = List.of("left", "right");

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private CellRecordBuilder cell(String method, long seed, double left, double right) {
    return run.started(run.plan("d", "hps", method, method.toUpperCase(Locale.ROOT), seed, "{}"))
        .phase(new PhaseRecord("train", PhaseKind.MAIN, 3, 60, 60))
        .test(
            FixtureRun.split(
                TaskValues.of(TASKS, new double[] {0.9, 0.8}),
                TaskValues.of(TASKS, new double[] {left, right})));
  }

  private Optional<Table> table() throws IOException {
    return MeasureTable.of(Rows.of(RunResults.read(run.write(root))));
  }

  private static Entry entry(Table table, int row, String column) {
    return table.entry(table.rows().get(row), column).orElseThrow();
  }

  @Test
  void showsTestLossesBesideFurtherMeasures() throws IOException {
    run.recorded(cell("io", 0, 0.25, 1.5).measures(Map.of("path-length", 1230.0)).done());
    run.recorded(cell("io", 1, 0.35, 1.5).measures(Map.of("path-length", 1234.0)).done());
    run.recorded(cell("ls", 0, 0.3, 12.0).done());
    Table table = table().orElseThrow();

    assertThat(table.columns())
        .extracting(column -> column.id())
        .containsSubsequence("seeds", "loss-task1", "loss-task2", "path-length", "notes");
    assertThat(entry(table, 0, "loss-task1").text()).startsWith("0.3000 ± ");
    assertThat(entry(table, 0, "loss-task2").text()).isEqualTo("1.500");
    assertThat(entry(table, 0, "path-length").text()).isEqualTo("1232 ± 25");
    assertThat(entry(table, 1, "loss-task2").text()).isEqualTo("12.00");
    assertThat(entry(table, 1, "path-length").isMissing()).isTrue();
  }

  @Test
  void absentForIndicatorsAndFamilies() throws IOException {
    run.recorded(
        cell("ours", 0, 0.25, 1.5)
            .measures(Map.of("target-sparsity-met", 1.0, "cap.layer1", 0.75))
            .done());
    assertThat(table()).isEmpty();
  }
}
