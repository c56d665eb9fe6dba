package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.fixtures.UnequalRun;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.SparsityRecord;

class NotesTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private Rows rows() throws IOException {
    return Rows.of(RunResults.read(run.write(root)));
  }

  private void done(String label, String config, String... notes) {
    run.done(run.plan("d", "hps", "m", label, 0, config), TASKS, 0.9, 0.8, DENSE, 0, 60, notes);
  }

  /** The texts of a row's footnotes. */
  private static List<String> notes(Table table, int row) {
    return table.entry(table.rows().get(row), "notes").orElseThrow().notes().stream()
        .map(number -> table.footnotes().get(number - 1))
        .toList();
  }

  @Test
  void showsCommonNotesOnceBelowTable() throws IOException {
    run.flags(true, false, 0.5);
    done("A", "{}", "did not converge");
    done("B", "{}", "did not converge", "another note");
    run.plan("d", "hps", "m", "not run", 0, "{}");

    for (Table table : TableKind.PAPER.of(rows())) {
      assertThat(table.common().notes())
          .containsExactly(
              "synthetic data, not comparable with published numbers",
              "reduced budget: 0.5 of the full epochs",
              "did not converge");
      assertThat(table.below().get(0).raw())
          .startsWith("All rows: synthetic data, not")
          .endsWith("; did not converge.");
      assertThat(notes(table, 0)).isEmpty();
      assertThat(notes(table, 1)).containsExactly("another note");
      Row first = table.rows().get(0);
      assertThat(first.flags()).containsExactly(Flag.SYNTHETIC_DATA, Flag.REDUCED_BUDGET);
      assertThat(table.ownFlags(first)).isEmpty();
      assertThat(table.ownFlags(table.rows().get(2))).containsExactly(Flag.MISSING);
    }
  }

  @Test
  void keepsNotesOfSomeRowsAsFootnotes() throws IOException {
    done("A", "{}");
    run.flags(true, false, 1);
    done("B", "{}");
    Table table = PaperTable.of(rows());

    assertThat(table.common().notes()).isEmpty();
    assertThat(notes(table, 0)).isEmpty();
    assertThat(notes(table, 1))
        .containsExactly("synthetic data, not comparable with published numbers");
    assertThat(table.ownFlags(table.rows().get(1))).containsExactly(Flag.SYNTHETIC_DATA);
  }

  @Test
  void notesUnusualOptimiser() throws IOException {
    done("LS", "{\"optimiser\": \"adam\"}");
    done("MGDA", "{\"optimiser\": \"sgd\"}");
    done("UW", "{\"optimiser\": \"adam\"}");
    done("Ours", "{}");

    for (Table table : List.of(PaperTable.of(rows()), EfficiencyTable.of(rows()))) {
      assertThat(notes(table, 0)).isEmpty();
      assertThat(notes(table, 1)).containsExactly("optimiser: sgd");
      assertThat(notes(table, 2)).isEmpty();
      assertThat(notes(table, 3)).isEmpty();
    }
  }

  @Test
  void notesOptimisersOtherThanAdamWithCommonTraining() throws IOException {
    run.matrix("{\"training\": {\"epochs\": 13}}");
    done("MGDA", "{\"optimiser\": \"sgd\"}");
    done("PCGrad", "{\"optimiser\": \"sgd\"}");
    done("LS", "{\"optimiser\": \"adam\"}");
    done("KDMTL", "{\"optimiser\": \"adam\", \"teacher\": {\"optimiser\": \"sgd\"}}");
    done("Both", "{\"optimiser\": \"sgd\", \"teacher\": {\"optimiser\": \"sgd\"}}");
    done("Ours", "{}");
    Table table = PaperTable.of(rows());

    assertThat(notes(table, 0)).containsExactly("optimiser: sgd");
    assertThat(notes(table, 1)).containsExactly("optimiser: sgd");
    assertThat(notes(table, 2)).isEmpty();
    assertThat(notes(table, 3)).containsExactly("teacher.optimiser: sgd");
    assertThat(notes(table, 4)).containsExactly("optimiser: sgd, teacher.optimiser: sgd");
    assertThat(notes(table, 5)).isEmpty();
  }

  @Test
  void showsCommonTrainingBelowEveryTable() throws IOException {
    done("A", "{}");
    done("B", "{}");
    run.matrix("{\"training\": {\"epochs\": 13, \"batch-size\": 64, \"schedule\": \"cosine\"}}");

    for (TableKind kind : TableKind.values()) {
      for (Table table : kind.of(rows())) {
        assertThat(table.below().get(0).raw())
            .as(table.id())
            .isEqualTo("All rows: 13 epochs, batches of 64, cosine schedule.");
      }
    }
  }

  @Test
  void namesScheduleSettingsAndBudget() throws IOException {
    done("A", "{}");
    run.flags(false, false, 0.5);
    run.matrix("{\"training\": {\"epochs\": 20, \"schedule\": {\"step\": {\"every\": 5}}}}");

    assertThat(rows().training()).hasValue("20 epochs times a budget of 0.5, step schedule");
  }

  @Test
  void namesCollapsedTasksInEveryTable() throws IOException {
    Rows rows = Rows.of(RunResults.read(UnequalRun.write(root)));
    String all = "collapsed: digit (11.35 %, constant predictor 11.35 %)";
    String one = "collapsed: digit in seed 0 (11.80 %, constant predictor 11.35 %)";

    for (Table table : List.of(PaperTable.of(rows), TaskTable.of(rows), EfficiencyTable.of(rows))) {
      assertThat(notes(table, 5)).as(table.id()).containsExactly(all);
      assertThat(notes(table, 8)).as(table.id()).containsExactly(one);
      assertThat(table.ownFlags(table.rows().get(5))).containsExactly(Flag.COLLAPSED);
    }
    assertThat(TaskTable.of(rows).captions())
        .anyMatch(
            caption ->
                caption
                    .raw()
                    .equals(
                        "The reference hps / STL of cifar10mnist-synthetic collapsed on a task,"
                            + " so changes against it are not meaningful."));
    assertThat(notes(PairedTable.of(rows).orElseThrow(), 2))
        .containsExactly("A: " + all, "B: " + one);
  }
}
