package org.mtlbench.reports.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.fixtures.UnequalRun;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.EfficiencyTable;
import org.mtlbench.reports.tables.TaskTable;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.SparsityRecord;

class TerminalReportTest {
  private static final List<String> DIGITS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);
  private static final SparsityRecord SPARSE = SparsityRecord.ofRows(431, 51, 381, 0);

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private Rows rows() throws IOException {
    return Rows.of(RunResults.read(run.write(root)));
  }

  private List<String> results(int width) throws IOException {
    return TerminalReport.results(rows(), width);
  }

  private void done(String architecture, String label, long seed, double left, double right) {
    run.done(
        run.plan("multimnist", architecture, "m", label, seed, "{}"),
        DIGITS,
        left,
        right,
        DENSE,
        0,
        90);
  }

  @Test
  void groupsRowsByDatasetAndArchitecture() throws IOException {
    done("hps", "LS", 0, 0.90, 0.80);
    done("hps", "MGDA", 0, 0.95, 0.85);
    run.done(
        run.plan("multimnist", "mdmtn", "ours", "Ours, sparse", 0, "{}"),
        DIGITS,
        0.8,
        0.7,
        SPARSE,
        60,
        240);
    run.done(
        run.plan("cifar", "hps", "m", "LS", 0, "{}"),
        List.of("cifar class", "digit"),
        0.5,
        0.6,
        DENSE,
        0,
        30);

    assertThat(results(80))
        .containsExactly(
            "multimnist / hps",
            "method        mean %   left %  right %   SR %  epochs  train min",
            "LS             85.00    90.00    80.00   0.00      30       1.50",
            "MGDA           90.00*   95.00    85.00   0.00      30       1.50",
            "",
            "multimnist / mdmtn",
            "method        mean %   left %  right %   SR %  epochs  train min",
            "Ours, sparse   75.00    80.00    70.00  11.83    30+9       4.00",
            "",
            "cifar / hps",
            "method        mean %   cifar class %  digit %  SR %  epochs  train min",
            "LS             55.00           50.00    60.00  0.00      30       0.50",
            "",
            "Accuracy on the test set, in percent. * best multi-task mean of its dataset.",
            "  Epochs: main training + search.");
  }

  @Test
  void showsCommonNotesOnce() throws IOException {
    run.flags(true, false, 0.5).slots(2);
    done("hps", "LS", 0, 0.90, 0.80);
    run.done(
        run.plan("multimnist", "hps", "m", "MGDA", 0, "{}"),
        DIGITS,
        0.9,
        0.9,
        DENSE,
        0,
        90,
        "something odd");
    List<String> lines = results(100);

    assertThat(lines)
        .contains("LS       85.00    90.00    80.00      30       1.50")
        .contains("MGDA     90.00*   90.00    90.00      30       1.50  [1]")
        .contains("[1] something odd")
        .contains("Times were measured with 2 cells running at once; do not compare them.");
    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .contains(
            "All rows: synthetic data, not comparable with published numbers; reduced budget: 0.5"
                + " of the full epochs.");
  }

  @Test
  void explainsRowsWithoutResult() throws IOException {
    done("hps", "LS", 0, 0.90, 0.80);
    done("hps", "MGDA", 0, 0.90, 0.80);
    run.ended(
        run.plan("multimnist", "hps", "m", "Bad", 0, "{}"),
        CellStatus.FAILED,
        "the worker ended with exit code 137, most likely killed for want of memory, see its log");
    run.plan("multimnist", "hps", "m", "STL", 0, "{}");
    run.plan("multimnist", "hps", "m", "MTAN", 0, "{}");
    run.ended(run.plan("multimnist", "hps", "m", "MGDA", 1, "{}"), CellStatus.DIVERGED, "NaN");
    run.plan("multimnist", "mdmtn", "m", "LS", 0, "{}");

    assertThat(results(80))
        .contains(
            "MGDA     85.00*   90.00    80.00      30       1.50  [1]",
            "Bad: failed: the worker ended with exit code 137, most likely killed for want...",
            "not run yet: STL, MTAN",
            "[1] 1 of 2 diverged: NaN")
        .containsSubsequence("multimnist / mdmtn", "not run yet: LS");
  }

  @Test
  void wrapsNotesAndTruncatesReasons() throws IOException {
    String note = "0123456789 ".repeat(20).strip();
    done("hps", "LS", 0, 0.90, 0.80);
    run.note(note);
    done("hps", "MGDA", 0, 0.90, 0.80);
    run.ended(
        run.plan("multimnist", "hps", "m", "MGDA", 1, "{}"),
        CellStatus.FAILED,
        "abcdefghi ".repeat(20).strip());
    String text = String.join(" ", results(80)).replaceAll(" +", " ");

    assertThat(text)
        .contains(" " + note + " ")
        .contains("1 of 2 failed: abcdefghi abcdefghi")
        .contains("abcdefghi ab... [2] ");
  }

  @Test
  void showsHalfWidthForSeveralSeeds() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      done("hps", "LS", seed, 0.90 + 0.01 * seed, 0.80);
      done("hps", "MGDA", seed, 0.90, 0.80 + 0.01 * seed);
    }
    assertThat(results(100))
        .contains("LS      85.50 ± 1.24*  91.00 ± 2.48         80.00      30       1.50");
    assertThat(results(80))
        .contains(
            "LS      85.50 ± 1.24*  91.00 ± 2.48         80.00      30       1.50",
            "Accuracy on the test set, in percent. * best multi-task mean of its dataset.",
            "  Means over 3 seeds. ± half-width of the 95 % confidence interval.");
    assertThat(results(66)).contains("LS      85.50 ± 1.24*   91.00    80.00      30       1.50");
    assertThat(results(50))
        .contains("LS      85.50 ± 1.24*   91.00    80.00      30", "Too narrow for: train min.");
  }

  @Test
  void explainsMissingBestMarkForUnequalEpochs() throws IOException {
    Rows rows = Rows.of(RunResults.read(UnequalRun.write(root)));
    List<String> lines = TerminalReport.results(rows, 100);

    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .contains(
            "multimnist-synthetic: rows differ in epochs of main training (3 to 16), so no best"
                + " row, Delta_m or test is shown.");
    assertThat(lines)
        .filteredOn(line -> line.contains("*") && !line.contains("* best"))
        .hasSize(1)
        .allMatch(line -> line.startsWith("MGDA"));
  }

  @Test
  void distinguishesRowsByPreference() throws IOException {
    for (String k : List.of("[0.1, 0.9]", "[0.5, 0.5]")) {
      run.done(
          run.plan("multimnist", "hps", "ours", "Ours", 0, "{\"k\": " + k + "}"),
          DIGITS,
          0.9,
          0.8,
          DENSE,
          0,
          90);
    }
    assertThat(results(80).stream().filter(line -> line.startsWith("Ours")))
        .extracting(line -> line.substring(0, 15))
        .containsExactly("Ours (0.1, 0.9)", "Ours (0.5, 0.5)");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 100, 200})
  void allLinesFitWidth(int width) throws IOException {
    Rows rows = Rows.of(RunResults.read(FixtureRun.everything(root)));
    List<String> lines = TerminalReport.results(rows, width);

    assertThat(lines)
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(width))
        .noneMatch(line -> line.contains("\n") || line.contains("**"))
        .anyMatch(line -> line.startsWith("multimnist / mdmtn"));
  }

  @Test
  void continuesWideTablesBelow() throws IOException {
    Rows rows = Rows.of(RunResults.read(FixtureRun.everything(root)));
    List<String> lines = TerminalReport.table(rows, EfficiencyTable.of(rows), 80);

    assertThat(lines.get(0)).isEqualTo("Efficiency");
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    Set<String> titles =
        lines.stream()
            .filter(line -> line.startsWith("Method"))
            .flatMap(line -> List.of(line.split(" {2,}")).stream())
            .collect(Collectors.toSet());
    EfficiencyTable.of(rows).columns().stream()
        .filter(column -> !Set.of("dataset", "architecture").contains(column.id()))
        .forEach(column -> assertThat(titles).contains(column.header()));
    assertThat(TerminalReport.table(rows, TaskTable.of(rows), 80))
        .anyMatch(line -> line.contains("cifar class %"))
        .noneMatch(line -> line.contains("Task 1"));
  }

  @Test
  void showsCommonNotesBelowOtherTables() throws IOException {
    run.flags(true, false, 1);
    done("hps", "LS", 0, 0.90, 0.80);
    done("hps", "MGDA", 0, 0.95, 0.85);

    assertThat(TerminalReport.table(rows(), EfficiencyTable.of(rows()), 100))
        .contains("All rows: synthetic data, not comparable with published numbers.");
  }
}
