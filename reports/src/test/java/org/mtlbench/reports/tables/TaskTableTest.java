package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.SparsityRecord;

class TaskTableTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private Table table() throws IOException {
    return TableKind.TASKS.of(Rows.of(RunResults.read(run.write(root)))).get(0);
  }

  private void done(String architecture, String method, long seed, double left, double right) {
    run.done(
        run.plan("d", architecture, method, method.toUpperCase(Locale.ROOT), seed, "{}"),
        TASKS,
        left,
        right,
        DENSE,
        0,
        60);
  }

  private static Entry entry(Table table, int row, String column) {
    return table.entry(table.rows().get(row), column).orElseThrow();
  }

  @Test
  void changesUseSingleTaskMeanOfSameArchitecture() throws IOException {
    done("hps", "stl", 0, 0.88, 0.79);
    done("hps", "stl", 1, 0.92, 0.81);
    done("hps", "ls", 0, 0.99, 0.76);
    done("mdmtn", "stl", 0, 0.5, 0.5);
    done("mdmtn", "ls", 0, 0.6, 0.5);
    Table table = table();

    // Against 0.90 and 0.80: (+10 % - 5 %) / 2; against 0.5 and 0.5: (+20 % + 0 %) / 2.
    assertThat(entry(table, 1, "change-task1").text()).isEqualTo("+10.00");
    assertThat(entry(table, 1, "change-task2").text()).isEqualTo("-5.00");
    assertThat(entry(table, 1, "delta-m").text()).isEqualTo("+2.50");
    assertThat(entry(table, 3, "delta-m").text()).isEqualTo("+10.00");
    // The reference itself: its seeds lie -1.7361 % and +1.7361 % from their mean.
    assertThat(entry(table, 0, "delta-m").value().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(entry(table, 0, "delta-m").halfWidth().orElseThrow())
        .isCloseTo(12.7062 * 1.736111, within(1e-3));
    assertThat(table.footnotes()).isEmpty();
  }

  @Test
  void namesForeignAndMissingReferences() throws IOException {
    done("hps", "stl", 0, 0.9, 0.8);
    done("mdmtn", "ls", 0, 0.99, 0.76);
    run.done(run.plan("other", "hps", "ls", "LS", 0, "{}"), TASKS, 0.9, 0.9, DENSE, 0, 60);
    Table table = table();

    assertThat(entry(table, 1, "delta-m").text()).isEqualTo("+2.50");
    assertThat(table.footnotes()).containsExactly("changes against hps / STL");
    assertThat(entry(table, 2, "delta-m").isMissing()).isTrue();
    assertThat(table.captions())
        .anyMatch(text -> text.raw().equals("No Δ for other: no result of single-task learning."))
        .anyMatch(
            text -> text.raw().contains("Positive values are better than single-task learning"))
        .anyMatch(text -> text.raw().startsWith("No tests: "));
  }

  @Test
  void omitsChangesWithoutSingleTaskBaseline() throws IOException {
    done("hps", "ls", 0, 0.9, 0.7);
    done("hps", "mgda", 0, 0.8, 0.9);
    Table table = table();

    assertThat(table.title()).isEqualTo("Tasks");
    assertThat(table.columns())
        .extracting(column -> column.id())
        .containsSubsequence("accuracy-task1", "accuracy-task2", "mean-rank", "notes")
        .noneMatch(id -> id.startsWith("change") || id.startsWith("delta"));
    assertThat(table.captions()).noneMatch(text -> text.raw().contains("single-task"));
    assertThat(table.captions()).noneMatch(text -> text.raw().contains("Δ"));
  }

  @Test
  void keepsChangeColumnsForPlannedBaseline() throws IOException {
    done("hps", "ls", 0, 0.9, 0.7);
    run.plan("d", "hps", "stl", "STL", 0, "{}");
    Table table = table();

    assertThat(table.title()).isEqualTo("Tasks against single-task learning");
    assertThat(entry(table, 0, "delta-m").isMissing()).isTrue();
    assertThat(table.captions())
        .anyMatch(text -> text.raw().equals("No Δ for d: no result of single-task learning."));
  }

  @Test
  void ranksWithinDatasetWithTies() throws IOException {
    done("hps", "stl", 0, 0.9, 0.8);
    done("hps", "ls", 0, 0.9, 0.7);
    done("mdmtn", "ls", 0, 0.8, 0.9);
    run.plan("d", "mdmtn", "mgda", "MGDA", 0, "{}");
    Table table = table();

    // left: 1.5, 1.5, 3; right: 2, 3, 1
    assertThat(entry(table, 0, "mean-rank").value()).hasValue(1.75);
    assertThat(entry(table, 1, "mean-rank").value()).hasValue(2.25);
    assertThat(entry(table, 2, "mean-rank").value()).hasValue(2);
    assertThat(entry(table, 3, "mean-rank").isMissing()).isTrue();
    assertThat(table.captions()).anyMatch(text -> text.raw().contains("(3 of d)"));
  }
}
