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
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.published.PublishedFigures;
import org.mtlbench.reports.published.PublishedRow;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.SparsityRecord;

class PublishedTableTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);
  private static final PublishedFigures PAPER = PublishedFigures.tableOne();

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private Optional<Table> table() throws IOException {
    return PublishedTable.of(Rows.of(RunResults.read(run.write(root))), PAPER);
  }

  private void done(String dataset, String architecture, String label, long seed, String config) {
    run.done(
        run.plan(dataset, architecture, "ours", label, seed, config),
        TASKS,
        0.95,
        0.93,
        DENSE,
        0,
        120);
  }

  private static double value(Table table, Row row, String column) {
    return table.entry(row, column).orElseThrow().value().orElseThrow();
  }

  @Test
  void containsTableOne() {
    assertThat(PAPER.rows()).hasSize(18);
    assertThat(PAPER.rows()).filteredOn(PublishedRow::namesArchitecture).hasSize(12);
    for (PublishedRow row : PAPER.rows()) {
      // Means are printed with three digits at least, PS = (1 - SR) CR with two.
      assertThat(row.mean()).isCloseTo((row.task1() + row.task2()) / 2, within(0.0011));
      assertThat(row.ps()).isCloseTo((1 - row.sr() / 100) * row.cr(), within(0.02));
    }
  }

  @Test
  void hasThreeLinesPerPublishedRow() throws IOException {
    done("multimnist", "hps", "Ours, dense", 0, "{\"k\": [0, 0.4, 0.6]}");
    Table table = table().orElseThrow();

    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows())
        .extracting(row -> table.entry(row, "source").orElseThrow().text())
        .containsExactly("measured", "published", "difference");
    assertThat(table.rows())
        .extracting(row -> table.entry(row, "accuracy-mean").orElseThrow().text())
        .containsExactly("94.00", "96.13", "-2.13");
    assertThat(table.rows())
        .extracting(row -> table.entry(row, "accuracy-task1").orElseThrow().text())
        .containsExactly("95.00", "96.74", "-1.74");
    assertThat(value(table, table.rows().get(2), "main-minutes")).isEqualTo(-3);
  }

  @Test
  void requiresSameDataLabelAndVector() throws IOException {
    done("multimnist-synthetic", "hps", "MGDA", 0, "{}");
    done("multimnist", "hps", "Ours, dense", 0, "{\"k\": [0, 0.5, 0.5]}");
    done("multimnist", "hps", "mine", 0, "{}");
    done("multimnist", "mdmtn", "STL", 0, "{}");

    assertThat(table()).isEmpty();
  }

  @Test
  void sumsTimesOfRepetitionsAsPaper() throws IOException {
    done("multimnist", "hps", "MGDA", 0, "{}");
    done("multimnist", "hps", "MGDA", 1, "{}");
    done("multimnist", "hps", "STL", 0, "{}");
    done("multimnist", "hps", "STL", 1, "{}");
    Table table = table().orElseThrow();

    assertThat(value(table, table.rows().get(0), "main-minutes")).isEqualTo(4);
    assertThat(value(table, table.rows().get(3), "main-minutes")).isEqualTo(2);
    assertThat(table.footnotes())
        .containsExactly(
            "minutes of 2 seeds in total, the paper's of 10 repetitions",
            "the paper does not name an architecture for this row");
  }

  @Test
  void showsMatrixNoteWithMeasuredValues() throws IOException {
    run.note("learning rate of the code");
    done("multimnist", "hps", "STL", 0, "{}");
    Table table = table().orElseThrow();

    assertThat(table.entry(table.rows().get(0), "notes").orElseThrow().notes()).containsExactly(1);
    assertThat(table.footnotes())
        .containsExactly(
            "learning rate of the code", "the paper does not name an architecture for this row");
  }

  @Test
  void countsOpenRowsAndShowsFlags() throws IOException {
    run.flags(false, true, 0.5);
    done("multimnist", "hps", "STL", 0, "{}");
    run.plan("multimnist", "hps", "m", "KDMTL", 0, "{}");
    Table table = table().orElseThrow();

    assertThat(table.rows()).hasSize(3);
    assertThat(table.captions())
        .anyMatch(text -> text.raw().startsWith("Omitted, since without a result: 1 row "));
    assertThat(table.rows().get(0).flags())
        .containsExactly(Flag.UNVERIFIED_DATA, Flag.REDUCED_BUDGET);
    assertThat(table.rows().get(1).flags()).isEmpty();
    assertThat(table.rows().get(2).flags()).hasSize(2);
  }
}
