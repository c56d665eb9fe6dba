package org.mtlbench.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.fixtures.UnequalRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.PairedTable;
import org.mtlbench.results.SparsityRecord;

class FindingsTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private Rows rows() throws IOException {
    return Rows.of(RunResults.read(run.write(root)));
  }

  private String best() throws IOException {
    List<Text> texts = Findings.bestRows(rows());
    assertThat(texts).hasSize(1);
    return texts.get(0).raw();
  }

  private void done(String method, String label, long seed, double... accuracies) {
    for (int i = 0; i < accuracies.length; i++) {
      run.done(
          run.plan("d", "hps", method, label, seed + i, "{}"),
          TASKS,
          accuracies[i],
          accuracies[i],
          DENSE,
          0,
          60);
    }
  }

  @Test
  void namesBetterOfEquallySparseRowsLikeOverview() throws IOException {
    SparsityRecord half = SparsityRecord.ofRows(100, 50, 50, 0.5);
    run.done(run.plan("d", "hps", "m", "A", 0, "{}"), TASKS, 0.6, 0.6, half, 0, 60);
    run.done(run.plan("d", "hps", "m", "B", 0, "{}"), TASKS, 0.7, 0.7, half, 0, 60);

    assertThat(best()).contains(" Sparsest row: hps / B with 50.00 % zero neuron rows");
  }

  /** The two intervals overlap, and all the same each seed gains by the method. */
  @Test
  void usesPairedTestOfReport() throws IOException {
    done("m", "A", 0, 0.60, 0.70, 0.80);
    done("m", "B", 0, 0.62, 0.7201, 0.8199);
    Table pairs = PairedTable.of(rows()).orElseThrow();
    Entry p = pairs.entry(pairs.rows().get(0), "p-holm").orElseThrow();

    assertThat(p.value().orElseThrow()).isLessThan(0.05);
    assertThat(best())
        .isEqualTo(
            "d: best multi-task row hps / B with mean test accuracy 72.00 ± 24.83 % (n = 3), 2.00"
                + " points ahead of hps / A with 70.00 ± 24.84 % (n = 3); significant (paired t"
                + " test over 3 common seeds, p = "
                + p.text()
                + " after Holm's correction).");
  }

  @Test
  void claimsOnlySignificantDifferences() throws IOException {
    done("m", "A", 0, 0.60, 0.70, 0.80);
    done("m", "B", 0, 0.61, 0.73, 0.79);

    assertThat(best()).contains("; not significant (paired t test over 3 common seeds, p = 0.");
  }

  @Test
  void notesIfBothHaveSingleSeed() throws IOException {
    done("m", "A", 0, 0.60);
    done("m", "B", 0, 0.61);

    assertThat(best()).contains("; both have a single seed, so this can be due to chance.");
  }

  @Test
  void namesRowWithSingleSeed() throws IOException {
    done("m", "A", 0, 0.60);
    done("m", "B", 0, 0.61, 0.62);

    assertThat(best()).contains("; hps / A has a single seed, so this can be due to chance.");
  }

  @Test
  void doesNotTestRowsWithoutCommonSeeds() throws IOException {
    done("m", "A", 0, 0.60, 0.61);
    done("m", "B", 5, 0.61, 0.63);

    assertThat(best()).contains("; they have fewer than two seeds in common, so no test");
  }

  @Test
  void neverNamesSingleTaskLearningAsBest() throws IOException {
    done("stl", "STL", 0, 0.90);
    done("m", "A", 0, 0.80);
    done("m", "B", 0, 0.70);

    assertThat(best())
        .startsWith("d: best multi-task row hps / A with mean test accuracy 80.00 % (n = 1), 10.00")
        .endsWith(" Single-task reference: hps / STL with 90.00 % (n = 1).");
  }

  @Test
  void namesNoBestRowForUnequalEpochs() throws IOException {
    Rows unequal = Rows.of(RunResults.read(UnequalRun.write(root)));

    assertThat(Findings.bestRows(unequal).get(0).raw())
        .isEqualTo(
            "multimnist-synthetic: no best row, since rows differ in epochs of main training (3 to"
                + " 16).");
    assertThat(Limits.of(unequal).get(0).raw())
        .isEqualTo(
            "multimnist-synthetic: rows differ in epochs of main training (3 to 16), so no best"
                + " row, Delta_m or test is shown.");
  }
}
