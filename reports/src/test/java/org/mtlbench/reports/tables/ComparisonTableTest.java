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
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class ComparisonTableTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);

  private final FixtureRun a = new FixtureRun();
  private final FixtureRun b = new FixtureRun();

  @TempDir Path root;

  private Table table() throws IOException {
    return ComparisonTable.of(
        new ComparedRun("a", Rows.of(RunResults.read(a.write(root.resolve("a"))))),
        new ComparedRun("b", Rows.of(RunResults.read(b.write(root.resolve("b"))))));
  }

  private static void done(
      FixtureRun run, String label, String config, long seed, double... accuracies) {
    for (int i = 0; i < accuracies.length; i++) {
      run.done(
          run.plan("d", "hps", "m", label, seed + i, config),
          TASKS,
          accuracies[i],
          accuracies[i],
          DENSE,
          0,
          60);
    }
  }

  private static Entry entry(Table table, int row, String column) {
    return table.entry(table.rows().get(row), column).orElseThrow();
  }

  @Test
  void pairsCommonSeedsOnly() throws IOException {
    done(a, "paired", "{}", 0, 0.50, 0.60, 0.70);
    done(b, "paired", "{}", 0, 0.60, 0.72, 0.81);
    done(a, "unpaired", "{}", 0, 0.50, 0.60, 0.70);
    done(b, "unpaired", "{}", 5, 0.60, 0.72, 0.81);
    Table table = table();

    assertThat(entry(table, 0, "difference-accuracy-mean").value().orElseThrow())
        .isCloseTo(11, within(1e-9));
    assertThat(entry(table, 0, "difference-accuracy-task1").text()).isEqualTo("+11.00");
    assertThat(entry(table, 0, "beyond-noise").text()).isEqualTo("yes, B is better");
    assertThat(entry(table, 1, "difference-accuracy-mean").value().orElseThrow())
        .isCloseTo(11, within(1e-9));
    assertThat(entry(table, 1, "beyond-noise").text()).isEqualTo("no");
    assertThat(entry(table, 1, "p-holm").value().orElseThrow())
        .isGreaterThan(entry(table, 0, "p-holm").value().orElseThrow());
  }

  @Test
  void ignoresUnpairedSeedsIfSomeAreCommon() throws IOException {
    done(a, "more", "{}", 0, 0.50, 0.60, 0.99);
    done(b, "more", "{}", 0, 0.51, 0.63);
    a.flags(true, false, 1);
    b.flags(true, false, 1);
    done(a, "flagged", "{}", 0, 0.5);
    done(b, "flagged", "{}", 0, 0.5);
    Table table = table();

    assertThat(entry(table, 0, "difference-accuracy-task1").text()).isEqualTo("+2.00");
    assertThat(entry(table, 0, "difference-accuracy-mean").value().orElseThrow())
        .isCloseTo(2, within(1e-9));
    assertThat(table.footnotes())
        .containsExactly("A and B: synthetic data, not comparable with published numbers");
  }

  @Test
  void oneSeedOrEqualSeedsAreUndecided() throws IOException {
    done(a, "one", "{}", 0, 0.5);
    done(b, "one", "{}", 0, 0.7);
    done(a, "equal", "{}", 0, 0.5, 0.6);
    done(b, "equal", "{}", 0, 0.5, 0.6);
    Table table = table();

    assertThat(entry(table, 0, "difference-accuracy-mean").text()).isEqualTo("+20.00");
    assertThat(entry(table, 0, "beyond-noise").text()).isEqualTo("unknown, one seed");
    assertThat(entry(table, 1, "difference-accuracy-mean").text()).isEqualTo("0.00");
    assertThat(entry(table, 1, "beyond-noise").text()).isEqualTo("no");
  }

  @Test
  void matchesRowsByConfigurationThenByLabel() throws IOException {
    done(a, "same", "{\"rate\": 1}", 0, 0.5);
    done(a, "same", "{\"rate\": 2}", 0, 0.6);
    done(b, "same", "{\"rate\": 2}", 0, 0.7);
    done(a, "changed", "{\"rate\": 1}", 0, 0.5);
    done(b, "changed", "{\"rate\": 9}", 0, 0.5);
    done(b, "new", "{}", 0, 0.5);
    Table table = table();

    assertThat(table.rows()).hasSize(4);
    assertThat(entry(table, 0, "notes").text()).isEqualTo("only in A");
    assertThat(entry(table, 0, "difference-accuracy-mean").isMissing()).isTrue();
    assertThat(entry(table, 1, "difference-accuracy-mean").text()).isEqualTo("+10.00");
    assertThat(table.footnotes()).contains("B differs in its configuration: method rate=9");
    assertThat(entry(table, 3, "notes").text()).isEqualTo("only in B");
  }

  @Test
  void notesDifferentEpochs() throws IOException {
    for (FixtureRun run : List.of(a, b)) {
      TaskValues values = TaskValues.of(TASKS, new double[] {0.5, 0.5});
      run.trained(
          run.plan("d", "hps", "m", "M", 0, "{}"),
          values,
          new ConstantPredictorRecord(
              FixtureRun.accuracy(values), FixtureRun.accuracy(values), 100, 100),
          DENSE,
          FixtureRun.training("train", PhaseKind.MAIN, "network", run == a ? 3 : 16));
    }

    assertThat(table().footnotes())
        .contains("epochs of main training: 3 in A, 16 in B")
        .contains("A and B: collapsed: left (50.00 %, constant predictor 50.00 %)");
  }

  /** The other row is corrected as if it were alone. */
  @Test
  void doesNotTestUnequalEpochs() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      trained(a, "unequal", seed, 0.50 + 0.1 * seed, 3);
      trained(b, "unequal", seed, 0.60 + 0.105 * seed, 16);
      trained(a, "equal", seed, 0.50 + 0.1 * seed, 3);
      trained(b, "equal", seed, 0.60 + 0.105 * seed, 3);
    }
    Table table = table();

    assertThat(entry(table, 0, "difference-accuracy-mean").text()).isEqualTo("+10.50");
    assertThat(entry(table, 0, "p-holm").isMissing()).isTrue();
    assertThat(entry(table, 0, "beyond-noise").text()).isEmpty();
    assertThat(entry(table, 1, "difference-accuracy-mean").text()).startsWith("+10.50 ± ");
    // 10, 10.5, 11 points: s = 0.5, t = 21 sqrt(3), two degrees of freedom.
    double t = 21 * Math.sqrt(3);
    assertThat(entry(table, 1, "p-holm").value().orElseThrow())
        .isCloseTo(1 - t / Math.sqrt(2 + t * t), within(1e-9));
    assertThat(entry(table, 1, "beyond-noise").text()).isEqualTo("yes, B is better");
    assertThat(table.captions())
        .anyMatch(caption -> caption.raw().contains("are not tested, since the epochs may"));
  }

  @Test
  void omitsNoteForEqualEpochs() throws IOException {
    trained(a, "equal", 0, 0.5, 3);
    trained(b, "equal", 0, 0.6, 3);

    assertThat(table().captions()).noneMatch(caption -> caption.raw().contains("epochs"));
  }

  private static void trained(
      FixtureRun run, String label, long seed, double accuracy, int epochs) {
    Scores constant = FixtureRun.accuracy(TaskValues.of(TASKS, new double[] {0.1, 0.1}));
    run.trained(
        run.plan("d", "hps", "m", label, seed, "{}"),
        TaskValues.of(TASKS, new double[] {accuracy, accuracy}),
        new ConstantPredictorRecord(constant, constant, 100, 100),
        DENSE,
        FixtureRun.training("train", PhaseKind.MAIN, "network", epochs));
  }

  @Test
  void showsMissingCellsOfUnfinishedRuns() throws IOException {
    b.flags(true, false, 0.5);
    a.plan("d", "hps", "m", "open", 0, "{}");
    b.ended(b.plan("d", "hps", "m", "open", 0, "{}"), CellStatus.DIVERGED, "NaN in epoch 3");
    done(a, "done", "{}", 0, 0.5);
    done(b, "done", "{}", 0, 0.5);
    Table table = table();

    assertThat(entry(table, 0, "accuracy-mean-a").isMissing()).isTrue();
    assertThat(entry(table, 0, "beyond-noise").text()).isEmpty();
    assertThat(table.footnotes())
        .contains(
            "A: not run yet",
            "B: diverged: NaN in epoch 3",
            "B: reduced budget: 0.5 of the full epochs");
  }
}
