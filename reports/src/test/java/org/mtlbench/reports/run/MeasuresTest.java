package org.mtlbench.reports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtlbench.reports.fixtures.FixtureRun.aside;
import static org.mtlbench.reports.fixtures.FixtureRun.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellRecordBuilder;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SearchRecord;

class MeasuresTest {
  private static CellRecordBuilder cell(PhaseRecord... phases) {
    FixtureRun run = new FixtureRun();
    CellRecordBuilder builder = run.started(run.plan("d", "hps", "m", "M", 0, "{}"));
    Stream.of(phases).forEach(builder::phase);
    return builder;
  }

  private static void assertEpochs(CellRecordBuilder builder, double main, double search) {
    CellRecord cell = builder.ended(CellStatus.FAILED, "ended after its phases");
    assertThat(Measures.mainEpochs(cell)).hasValue(main);
    assertThat(Measures.searchEpochs(cell)).hasValue(search);
  }

  @Test
  void sumsEpochsOfOneNetwork() {
    assertEpochs(
        cell(
            training("search", PhaseKind.SEARCH, "network", 3),
            aside("cluster", 0),
            training("retrain", PhaseKind.MAIN, "network", 10)),
        13,
        0);
  }

  @Test
  void usesLongestOfSeveralNetworks() {
    assertEpochs(
        cell(
            training("left", PhaseKind.MAIN, "left", 8),
            training("right", PhaseKind.MAIN, "right", 7)),
        8,
        0);
  }

  @Test
  void countsTeachersGridSearchesAndTrialsAsSearch() {
    assertEpochs(
        cell(
                aside("teacher left", 8),
                aside("teacher right", 8),
                aside("grid search", 5),
                training("train", PhaseKind.MAIN, "network", 13))
            .search(
                SearchRecord.of(
                    FixtureRun.json("{\"x\": [1, 2]}"),
                    0.2,
                    List.of(
                        FixtureRun.trial(1, "{\"x\": 1}", 0.5),
                        FixtureRun.trial(2, "{\"x\": 2}", 0.6)))),
        13,
        8 + 8 + 5 + 6 + 6);
  }

  @Test
  void treatsMainPhasesOfEarlyRecordsAsSeparateNetworks() {
    assertEpochs(
        cell(
            aside("search", 9),
            new PhaseRecord("left", PhaseKind.MAIN, 8, 1, 1),
            new PhaseRecord("right", PhaseKind.MAIN, 8, 1, 1)),
        8,
        9);
  }

  @Test
  void hasNoEpochsWithoutPhases() {
    CellRecord cell = cell(aside("teacher", 3)).ended(CellStatus.FAILED, "out of memory");

    assertThat(Measures.mainEpochs(cell)).isEqualTo(Optional.empty());
    assertThat(Measures.searchEpochs(cell)).isEqualTo(Optional.empty());
  }
}
