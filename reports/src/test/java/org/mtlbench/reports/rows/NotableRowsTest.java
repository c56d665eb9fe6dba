package org.mtlbench.reports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.SparsityRecord;

class NotableRowsTest {
  private static final List<String> TASKS = List.of("left", "right");

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  private void done(String method, String label, double score, int zeroRows, double seconds) {
    run.done(
        run.plan("d", "hps", method, label, 0, "{}"),
        TASKS,
        score,
        score,
        SparsityRecord.ofRows(100, zeroRows, 100 - zeroRows, zeroRows / 100.0),
        0,
        seconds);
  }

  private Optional<NotableRows> notable() throws IOException {
    return NotableRows.of(Rows.of(RunResults.read(run.write(root))), "d");
  }

  private static String label(Optional<SeedGroup> row) {
    return row.map(group -> group.cell().label()).orElse("none");
  }

  @Test
  void findsBestSparsestAndCheapestRows() throws IOException {
    done("stl", "STL", 0.95, 0, 100);
    done("mgda", "MGDA", 0.93, 0, 60);
    done("ours", "sparse", 0.91, 40, 80);
    done("ours", "sparser", 0.90, 60, 90);
    done("ls", "cheap", 0.80, 0, 20);
    NotableRows notable = notable().orElseThrow();

    assertThat(notable.best().cell().label()).isEqualTo("STL");
    assertThat(label(notable.bestMultiTask())).isEqualTo("MGDA");
    assertThat(label(notable.sparsest())).isEqualTo("sparser");
    assertThat(label(notable.cheapest())).isEqualTo("cheap");
    assertThat(notable.all()).hasSize(4);
  }

  @Test
  void takesFirstOfEqualRows() throws IOException {
    done("mgda", "first", 0.93, 30, 60);
    done("ls", "second", 0.93, 30, 60);
    NotableRows notable = notable().orElseThrow();

    assertThat(notable.all()).singleElement().extracting(r -> r.cell().label()).isEqualTo("first");
  }

  @Test
  void isAbsentWithoutResult() throws IOException {
    run.ended(run.plan("d", "hps", "mgda", "MGDA", 0, "{}"), CellStatus.FAILED, "reason");

    assertThat(notable()).isEmpty();
  }

  @Test
  void denseRunHasNoSparsestRow() throws IOException {
    done("stl", "STL", 0.95, 0, 100);
    NotableRows notable = notable().orElseThrow();

    assertThat(label(notable.sparsest())).isEqualTo("none");
    assertThat(label(notable.bestMultiTask())).isEqualTo("none");
  }
}
