package org.mtlbench.reports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtlbench.reports.fixtures.FixtureRun.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.fixtures.UnequalRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.PairedTable;
import org.mtlbench.reports.tables.PaperTable;
import org.mtlbench.reports.tables.TaskTable;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

/** Comparisons that are omitted on a dataset whose rows differ in epochs, and on no other. */
class EqualTrainingTest {
  private static final String SENTENCE =
      "multimnist-synthetic: rows differ in epochs of main training (3 to 16), so no best row,"
          + " Delta_m or test is shown.";
  private static final int UNEQUAL_ROWS = 5;

  @TempDir Path root;
  private Rows rows;

  @BeforeEach
  void read() throws IOException {
    rows = Rows.of(RunResults.read(UnequalRun.write(root)));
  }

  private static List<Entry> column(Table table, String id) {
    return table.rows().stream().map(row -> table.entry(row, id).orElseThrow()).toList();
  }

  @Test
  void firstTableShowsEpochs() {
    Table table = PaperTable.of(rows);

    assertThat(column(table, "main-epochs").subList(0, UNEQUAL_ROWS))
        .extracting(Entry::text)
        .containsExactly("8", "3", "15 to 16", "6", "13");
    assertThat(column(table, "search-epochs").subList(0, UNEQUAL_ROWS))
        .extracting(Entry::text)
        .containsExactly("0", "0", "0", "16", "0");
  }

  @Test
  void marksNoBestRow() {
    List<Entry> means = column(PaperTable.of(rows), "accuracy-mean");

    assertThat(means.subList(0, UNEQUAL_ROWS)).extracting(Entry::style).containsOnly(Style.PLAIN);
    assertThat(means.subList(UNEQUAL_ROWS, means.size()))
        .extracting(Entry::style)
        .contains(Style.BEST_OF_DATASET);
  }

  @Test
  void omitsChangesAndRanks() {
    Table table = TaskTable.of(rows);

    for (String id : List.of("change-task1", "change-task2", "delta-m", "mean-rank")) {
      List<Entry> entries = column(table, id);
      assertThat(entries.subList(0, UNEQUAL_ROWS)).as(id).allMatch(Entry::isMissing);
      assertThat(entries.subList(UNEQUAL_ROWS, entries.size())).as(id).allMatch(Entry::isNumber);
    }
  }

  @Test
  void omitsTests() {
    Table table = PairedTable.of(rows).orElseThrow();

    assertThat(column(table, "dataset"))
        .hasSize(6)
        .extracting(Entry::text)
        .containsOnly("cifar10mnist-synthetic");
  }

  @Test
  void explainsOmittedComparisons() {
    for (Table table :
        List.of(PaperTable.of(rows), TaskTable.of(rows), PairedTable.of(rows).orElseThrow())) {
      assertThat(table.captions()).anyMatch(caption -> caption.raw().equals(SENTENCE));
    }
  }

  @Test
  void singleTaskLearningIsNeverBest() throws IOException {
    FixtureRun run = new FixtureRun();
    Scores constant = FixtureRun.accuracy(TaskValues.of(List.of("a"), new double[] {0.1}));
    for (String method : List.of("stl", "ls", "mgda")) {
      double accuracy = method.equals("stl") ? 0.9 : method.equals("ls") ? 0.8 : 0.7;
      run.trained(
          run.plan("d", "hps", method, method, 0, "{}"),
          TaskValues.of(List.of("a"), new double[] {accuracy}),
          new ConstantPredictorRecord(constant, constant, 100, 100),
          SparsityRecord.ofRows(431, 0, 431, 0),
          training("train", PhaseKind.MAIN, "network", 5));
    }
    Rows equal = Rows.of(RunResults.read(run.write(root.resolve("equal"))));

    assertThat(column(PaperTable.of(equal), "accuracy-mean"))
        .extracting(Entry::style)
        .containsExactly(Style.PLAIN, Style.BEST_OF_DATASET, Style.PLAIN);
  }
}
