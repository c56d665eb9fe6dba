package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.ParametersRecord;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.TaskValues;

class LeaderboardTest {
  private static final List<String> TASKS = List.of("left", "right");
  private static final String BITS = "a".repeat(64);
  private static final String OTHER_BITS = "b".repeat(64);

  @TempDir Path root;
  private final List<ComparedRun> runs = new ArrayList<>();

  /** A row of a single seed with both scores equal. */
  private static void row(
      FixtureRun run, String dataset, String label, double score, String checksum, int epochs) {
    PlannedCell cell = run.plan(dataset, "hps", "m", label, 0, "{}");
    TaskValues scores = TaskValues.of(TASKS, new double[] {score, score});
    run.recorded(
        run.started(cell)
            .phase(FixtureRun.training("train", PhaseKind.MAIN, "network", epochs))
            .parameters(new ParametersRecord(10, 10, Optional.of(checksum), Optional.empty()))
            .validation(FixtureRun.split(scores, TaskValues.none()))
            .test(FixtureRun.split(scores, TaskValues.none()))
            .done());
  }

  private void add(FixtureRun run) throws IOException {
    String name = "run" + (runs.size() + 1);
    runs.add(new ComparedRun(name, Rows.of(RunResults.read(run.write(root.resolve(name))))));
  }

  private static List<String> column(Table table, String id) {
    return table.rows().stream().map(row -> table.entry(row, id).orElseThrow().text()).toList();
  }

  private void addThreeRuns(int epochsOfLast) throws IOException {
    FixtureRun first = new FixtureRun();
    row(first, "d", "A", 0.90, BITS, 5);
    row(first, "d", "B", 0.80, OTHER_BITS, 5);
    add(first);
    FixtureRun second = new FixtureRun();
    row(second, "d", "A", 0.90, BITS, 5);
    row(second, "d", "B", 0.80, BITS, 5);
    add(second);
    FixtureRun third = new FixtureRun();
    row(third, "d", "A", 0.95, OTHER_BITS, epochsOfLast);
    row(third, "e", "A", 0.50, OTHER_BITS, 5);
    add(third);
  }

  @Test
  void ranksRowsOfAllRunsByDataset() throws IOException {
    addThreeRuns(5);
    Table table = Leaderboard.of(runs);

    assertThat(column(table, "dataset")).containsExactly("d", "d", "d", "d", "d", "e");
    assertThat(column(table, "run"))
        .containsExactly("run3", "run1", "run2", "run1", "run2", "run3");
    assertThat(column(table, "rank")).containsExactly("1", "2", "2", "4", "4", "1");
    assertThat(Leaderboard.section(runs).tables())
        .extracting(TableSection.Titled::dataset)
        .containsExactly("d", "e");
  }

  @Test
  void namesRowsOfEqualBits() throws IOException {
    addThreeRuns(5);
    Table table = Leaderboard.of(runs);

    assertThat(table.footnotes()).containsExactly("same bits as run1");
    assertThat(table.rows())
        .filteredOn(row -> !table.entry(row, "notes").orElseThrow().notes().isEmpty())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(table.entry(row, "run").orElseThrow().text()).isEqualTo("run2");
              assertThat(table.entry(row, "method").orElseThrow().text()).isEqualTo("A");
            });
  }

  @Test
  void omitsRanksIfEpochsDiffer() throws IOException {
    addThreeRuns(6);
    Table table = Leaderboard.of(runs);

    assertThat(column(table, "rank")).containsExactly("-", "-", "-", "-", "-", "1");
    assertThat(table.captions())
        .extracting(Text::raw)
        .anyMatch(caption -> caption.startsWith("No ranks for d: "));
  }

  @Test
  void comparisonSaysThatBitsAreEqual() throws IOException {
    addThreeRuns(5);
    Table table = ComparisonTable.of(runs.get(0), runs.get(1));

    assertThat(table.title()).isEqualTo("run1 (A) and run2 (B) compared");
    assertThat(column(table, "beyond-noise")).containsExactly("no, same bits", "unknown, one seed");
  }

  @Test
  void namesFoldersByTheirLastDistinctElements() {
    assertThat(
            ComparedRun.names(
                List.of(Path.of("/runs/a/quick"), Path.of("/runs/b/quick"), Path.of("/runs/c"))))
        .containsExactly(
            Path.of("a", "quick").toString(),
            Path.of("b", "quick").toString(),
            Path.of("runs", "c").toString());
    assertThat(ComparedRun.names(List.of(Path.of("/x/r"), Path.of("/x/r"))))
        .containsExactly("r", "r (2)");
  }
}
