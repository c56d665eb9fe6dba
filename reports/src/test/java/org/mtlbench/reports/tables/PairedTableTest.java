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
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.SparsityRecord;

class PairedTableTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final SparsityRecord DENSE = SparsityRecord.ofRows(431, 0, 431, 0);

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private Optional<Table> table() throws IOException {
    return PairedTable.of(Rows.of(RunResults.read(run.write(root))));
  }

  /** One seed a value, from the seed given on. */
  private void done(String label, long seed, double... accuracies) {
    for (int i = 0; i < accuracies.length; i++) {
      run.done(
          run.plan("d", "hps", "m", label, seed + i, "{}"),
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
  void comparesPairsOverCommonSeedsWithCorrection() throws IOException {
    done("A", 0, 0.50, 0.60, 0.70);
    done("B", 0, 0.60, 0.72, 0.81, 0.99);
    done("C", 1, 0.61, 0.69);
    done("D", 7, 0.1, 0.2);
    Table table = table().orElseThrow();

    assertThat(table.rows()).hasSize(3);
    assertThat(entry(table, 0, "first").text()).isEqualTo("hps / A");
    assertThat(entry(table, 0, "second").text()).isEqualTo("hps / B");
    assertThat(entry(table, 0, "seeds").text()).isEqualTo("3");
    // 10, 12, 11 points: mean 11, s = 1, t = 11 sqrt(3), two degrees of freedom.
    double t = 11 * Math.sqrt(3);
    double p = 1 - t / Math.sqrt(2 + t * t);
    assertThat(entry(table, 0, "difference").value().orElseThrow()).isCloseTo(11, within(1e-9));
    assertThat(entry(table, 0, "difference").halfWidth().orElseThrow())
        .isCloseTo(4.30265 / Math.sqrt(3), within(1e-4));
    assertThat(entry(table, 0, "p").value().orElseThrow()).isCloseTo(p, within(1e-9));
    assertThat(entry(table, 0, "p-holm").value().orElseThrow()).isCloseTo(3 * p, within(1e-9));
    assertThat(entry(table, 0, "better").text()).isEqualTo("B");
    // 1 and -1 point.
    assertThat(entry(table, 1, "p").value().orElseThrow()).isCloseTo(1, within(1e-6));
    assertThat(entry(table, 1, "better").text()).isEmpty();
  }

  @Test
  void hasNoTableWithoutCommonSeeds() throws IOException {
    done("A", 0, 0.5, 0.6);
    done("B", 5, 0.5, 0.6);
    done("C", 0, 0.5);

    assertThat(table()).isEmpty();
  }

  @Test
  void comparesManyRowsWithBestOnly() throws IOException {
    for (int i = 0; i < 13; i++) {
      done("M" + i, 0, 0.5 + 0.01 * i, 0.51 + 0.012 * i);
    }
    Table table = table().orElseThrow();

    assertThat(table.rows()).hasSize(12);
    assertThat(entry(table, 0, "first").text()).isEqualTo("hps / M12");
    assertThat(table.captions()).anyMatch(text -> text.raw().contains("more than 12 rows"));
  }

  @Test
  void showsFlagsOfFinishedSeedsOnly() throws IOException {
    run.flags(true, false, 0.1);
    done("A", 0, 0.5, 0.6);
    run.plan("d", "hps", "m", "A", 9, "{}");
    done("B", 0, 0.5, 0.7);
    run.flags(true, false, 1);
    done("C", 0, 0.5, 0.8);
    Table table = table().orElseThrow();

    assertThat(table.rows().get(0).flags())
        .containsExactly(Flag.SYNTHETIC_DATA, Flag.REDUCED_BUDGET);
    assertThat(table.common().flags()).containsExactly(Flag.SYNTHETIC_DATA, Flag.REDUCED_BUDGET);
    assertThat(table.common().notes())
        .containsExactly("synthetic data, not comparable with published numbers");
    assertThat(table.footnotes())
        .containsExactly(
            "reduced budget: 0.1 of the full epochs", "A: reduced budget: 0.1 of the full epochs");
  }
}
