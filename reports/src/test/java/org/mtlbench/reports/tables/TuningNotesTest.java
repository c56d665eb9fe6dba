package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtlbench.reports.fixtures.FixtureRun.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.csv.CsvResults;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.markdown.MarkdownTables;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.CellStatus;

class TuningNotesTest {
  private static final String RATES = "{\"learning-rate\": [1e-4, 0.01]}";

  @TempDir Path root;

  private RunResults results(FixtureRun run) throws IOException {
    return RunResults.read(run.write(root));
  }

  private static String rate(String value) {
    return "{\"learning-rate\": " + value + "}";
  }

  @Test
  void showsChosenValuesAndSearchRanges() throws IOException {
    FixtureRun run = new FixtureRun();
    run.tuned(
        run.plan("multimnist", "hps", "ls", "LS", 0, "{}"),
        RATES,
        0.2,
        trial(1, rate("0.01"), 0.8),
        trial(2, rate("3.142e-4"), 0.9));

    String table = MarkdownTables.render(PaperTable.of(Rows.of(results(run))));

    assertThat(table)
        .contains("- [1] tuned: 2 trials over learning-rate, chosen 0.0003142\n")
        .contains(
            "Tuned rows: 2 trials per cell over learning-rate (0.0001 to 0.01), each with"
                + " 0.2 of the cell's epochs. The values depend on the seed only")
        // five minutes of training, two of trials
        .contains("|  85.00 |      5.00 |      7.00 | [1]   |");
  }

  @Test
  void showsChoicePerSeedAndFailedTrials() throws IOException {
    FixtureRun run = new FixtureRun();
    for (long seed : new long[] {0, 1, 2}) {
      String values = "{\"learning-rate\": 0.0" + (seed == 2 ? 2 : 1) + ", \"theta\": \"flat\"}";
      run.tuned(
          run.plan("multimnist", "hps", "ls", "LS", seed, "{}"),
          "{\"learning-rate\": [0.01, 0.02], \"theta\": {\"values\": [\"flat\", \"steep\"]}}",
          1,
          trial(1, "{}", CellStatus.DIVERGED),
          trial(2, values, 0.9),
          trial(3, "{}", seed == 0 ? CellStatus.FAILED : CellStatus.DIVERGED));
    }

    String table = MarkdownTables.render(PaperTable.of(Rows.of(results(run))));

    assertThat(table)
        .contains(
            "- [1] tuned: 3 trials over learning-rate, theta, chosen learning-rate 0.01 and theta"
                + " flat (seed 0, 1), learning-rate 0.02 and theta flat (seed 2); 5 of 9 trials"
                + " diverged; 1 of 9 trials failed\n")
        .contains(
            "3 trials per cell over learning-rate (0.01 to 0.02), theta (flat, steep), each with the"
                + " cell's epochs.");
  }

  @Test
  void omitsTuningOfUntunedRows() throws IOException {
    assertThat(
            MarkdownTables.render(
                PaperTable.of(Rows.of(RunResults.read(FixtureRun.everything(root))))))
        .doesNotContainIgnoringCase("tuned");
  }

  @Test
  void csvContainsSearch() throws IOException {
    FixtureRun run = new FixtureRun();
    run.tuned(
        run.plan("multimnist", "hps", "ls", "LS", 0, "{}"),
        RATES,
        0.2,
        trial(1, rate("0.01"), CellStatus.FAILED),
        trial(2, rate("0.003142"), 0.9));

    String csv = CsvResults.render(Rows.of(results(run)));

    List<String> header = Arrays.asList(csv.lines().findFirst().orElseThrow().split(",", -1));
    int from = header.indexOf("trials");
    assertThat(header.subList(from, from + 7))
        .containsExactly(
            "trials",
            "trials-done",
            "trial-budget",
            "trial-seconds",
            "chosen-trial",
            "chosen-values",
            "chosen-score");
    assertThat(csv).contains(",2,1,0.2,120.0,2,\"{\"\"learning-rate\"\":0.003142}\",0.9,false,");
    assertThat(csv).contains(",300.0,120.0,420.0,1,1,cpu,");
  }
}
