package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.markdown.MarkdownTables;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.SparsityRecord;

class PaperTableTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private String render() throws IOException {
    return MarkdownTables.render(PaperTable.of(Rows.of(RunResults.read(run.write(root)))));
  }

  /** The cells of a data row, counted from 0. */
  private static List<String> row(String table, int row) {
    String line = table.lines().toList().get(row + 2);
    return Arrays.stream(line.substring(1).split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }

  private void done(String architecture, String label, long seed, double accuracy) {
    run.done(
        run.plan("multimnist", architecture, "m", label, seed, "{}"),
        TASKS,
        accuracy,
        accuracy,
        DENSE,
        30,
        90);
  }

  @Test
  void hasColumnsOfPaper() throws IOException {
    run.done(
        run.plan("multimnist", "hps", "ours", "Ours", 0, "{\"k\": [1e-4, 0.5, 0.4999]}"),
        TASKS,
        0.9678,
        0.9614,
        SparsityRecord.ofRows(431, 51, 381, 0),
        60,
        240);
    String table = render();

    assertThat(table.lines().findFirst().orElseThrow().replaceAll(" +", " "))
        .isEqualTo(
            "| Dataset | Architecture | Method | k | Seeds | Epochs | Search epochs | SR % | CR | PS |"
                + " left % | right % | Mean % | Train min | Total min | Notes |");
    assertThat(row(table, 0))
        .containsExactly(
            "multimnist",
            "hps",
            "Ours",
            "(0.0001, 0.5, 0.4999)",
            "1",
            "30",
            "9",
            "11.83",
            "1.13",
            "1.00",
            "96.78",
            "96.14",
            "96.46",
            "4.00",
            "5.00",
            "",
            "");
    assertThat(table)
        .contains("measured with 1 slot of 1 thread on cpu.")
        .doesNotContain("confidence interval");
  }

  @Test
  void showsMeanAndConfidenceInterval() throws IOException {
    done("hps", "A", 0, 0.90);
    done("hps", "B", 0, 0.80);
    done("hps", "A", 1, 0.92);
    done("hps", "A", 2, 0.97);
    String table = render();

    // 90, 92, 97: mean 93, squares 9 + 1 + 16 = 26, deviation sqrt(26 / 2) = 3.6056, and with
    // t(0.975, 2) = 4.3027 a half-width of 4.3027 * 3.6056 / sqrt(3) = 8.96.
    assertThat(row(table, 0)).contains("A", "3", "**93.00 ± 8.96**", "93.00 ± 8.96", "1.50");
    assertThat(row(table, 1)).contains("B", "1", "80.00");
    assertThat(table).contains("± half-width of its 95 % confidence interval");
  }

  @Test
  void countsFailedAndMissingSeeds() throws IOException {
    done("hps", "A", 0, 0.90);
    run.ended(run.plan("multimnist", "hps", "m", "A", 1, "{}"), CellStatus.FAILED, "no | memory");
    run.plan("multimnist", "hps", "m", "A", 2, "{}");
    String table = render();

    assertThat(row(table, 0))
        .contains("1/3", "90.00", "1 of 3 failed: no \\| memory; 1 of 3 not run yet");
  }

  @Test
  void showsLongReasonsBelowTable() throws IOException {
    String reason = "a reason that is far too long for a cell of a table, <with> details";
    run.ended(run.plan("multimnist", "hps", "m", "A", 1, "{}"), CellStatus.TIMEOUT, reason);
    String table = render();

    assertThat(row(table, 0)).contains("0/1", "timeout [1]");
    assertThat(table).contains("- [1] " + reason.replace("<", "\\<") + "\n");
  }

  @Test
  void showsPlannedRowsBeforeRun() throws IOException {
    run.plan("multimnist", "hps", "m", "A", 0, "{}");
    run.plan("multimnist", "hps", "m", "B", 0, "{}");
    String table = render();

    assertThat(row(table, 0))
        .containsExactly(
            "multimnist",
            "hps",
            "A",
            "",
            "0/1",
            "-",
            "-",
            "-",
            "-",
            "-",
            "-",
            "-",
            "not run yet",
            "");
    assertThat(row(table, 1)).contains("B", "not run yet");
    assertThat(table).doesNotContain("taken with");
  }

  @Test
  void marksBestRowsIncludingTies() throws IOException {
    done("hps", "A", 0, 0.90);
    done("hps", "B", 0, 0.91);
    done("mdmtn", "A", 0, 0.95);
    done("mdmtn", "B", 0, 0.95);
    done("other", "A", 0, 0.50);
    String table = render();

    assertThat(row(table, 0).get(12)).isEqualTo("90.00");
    assertThat(row(table, 1).get(12)).isEqualTo("_91.00_");
    assertThat(row(table, 2).get(12)).isEqualTo("**95.00**");
    assertThat(row(table, 3).get(12)).isEqualTo("**95.00**");
    assertThat(row(table, 4).get(12)).isEqualTo("50.00");
  }

  @Test
  void showsCaveatsAsFootnotes() throws IOException {
    done("hps", "A", 0, 0.90);
    run.flags(true, true, 0.25);
    done("hps", "B", 0, 0.90);
    String table = render();

    assertThat(row(table, 0)).doesNotContain("[1][2][3]");
    assertThat(row(table, 1)).contains("[1][2][3]");
    assertThat(table)
        .contains("- [1] synthetic data")
        .contains("- [2] data not verified")
        .contains("- [3] reduced budget: 0.25 of the full epochs");
  }

  @Test
  void namesSeedOfNote() throws IOException {
    run.done(
        run.plan("multimnist", "hps", "m", "A", 4, "{}"), TASKS, 0.9, 0.9, DENSE, 0, 1, "note");
    done("hps", "A", 5, 0.90);
    String table = render();

    assertThat(table).contains("- [1] note (seed 4)\n");
  }

  @Test
  void showsUnplannedCellsLast() throws IOException {
    done("hps", "A", 0, 0.90);
    var folder = run.write(root);
    FixtureRun other = new FixtureRun();
    other.plan("multimnist", "hps", "m", "unused", 0, "{}");
    other.done(other.plan("multimnist", "hps", "m", "Z", 0, "{}"), TASKS, 0.5, 0.5, DENSE, 0, 1);
    for (var cell : other.write(root.resolve("other")).readCells().cells()) {
      folder.writeCell(cell);
    }
    String table = MarkdownTables.render(PaperTable.of(Rows.of(RunResults.read(folder))));

    assertThat(row(table, 0)).contains("A");
    assertThat(row(table, 1)).contains("Z", "50.00");
  }

  @Test
  void namesDifferentMeasurementConditions() throws IOException {
    done("hps", "A", 0, 0.90);
    run.slots(2);
    done("hps", "B", 0, 0.90);

    assertThat(render())
        .contains(
            "measured with 1 slot of 1 thread on cpu; others with 2 slots of 1 thread on"
                + " cpu; cells running at once share the machine");
  }
}
