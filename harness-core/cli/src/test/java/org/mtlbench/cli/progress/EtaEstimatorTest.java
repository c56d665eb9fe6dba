package org.mtlbench.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class EtaEstimatorTest {
  private static final List<Phase> PHASES =
      List.of(
          Phase.of("search", Phase.Kind.SEARCH, 10, 1, Budget.FULL),
          Phase.of("retrain", Phase.Kind.MAIN, 15, 2, Budget.FULL));

  private final PlannedCell large = cell("0123456789abcdef", 80);
  private final PlannedCell small = cell("fedcba9876543210", 20);

  private static PlannedCell cell(String id, double seconds) {
    PluginChoice none = new PluginChoice("none", JsonNodeFactory.instance.objectNode());
    CellSpec spec = new CellSpec(id, "cell", none, none, none, 0, 1);
    return new PlannedCell(spec, "none", List.of(), PHASES, 0, seconds);
  }

  private static Event.EpochEnded epoch(String phase, int epoch, int epochs, double seconds) {
    return new Event.EpochEnded(
        phase,
        epoch,
        epochs,
        TaskValues.none(),
        Scores.none(),
        Optional.empty(),
        Map.of(),
        seconds,
        true,
        Optional.empty());
  }

  private static EtaEstimator pace(List<PlannedCell> toRun, int slots) {
    return new EtaEstimator(new RunStart(List.of(), 0, 0, toRun, Map.of(), Map.of()), slots);
  }

  @Test
  void aResumedRunBeginsWithTheShareThatIsDone() {
    PlannedCell kept = cell("0123456789abcde0", 100);
    Event.CellResumed point = new Event.CellResumed("search", 10);
    EtaEstimator pace =
        new EtaEstimator(
            new RunStart(
                List.of(kept),
                0,
                0,
                List.of(large, small),
                Map.of(),
                Map.of(large.spec().id(), point)),
            1);
    assertThat(pace.share(large)).isCloseTo(10 / 40.0, within(1e-9));
    assertThat(pace.share()).isCloseTo((100 + 80 * 10 / 40.0) / 200, within(1e-9));
    assertThat(pace.left()).as("no epoch was timed yet").isEmpty();
  }

  @Test
  void epochsWeighByTheirCostAndCellsByTheirEstimates() {
    EtaEstimator pace = pace(List.of(large, small), 1);
    for (int epoch = 1; epoch <= 5; epoch++) {
      pace.add(large, epoch("search", epoch, 10, 3));
    }
    assertThat(pace.share(large)).isCloseTo(5 / 40.0, within(1e-9));
    assertThat(pace.share()).isCloseTo(80 * 5 / 40.0 / 100, within(1e-9));
    pace.add(large, epoch("retrain", 3, 15, 6));
    assertThat(pace.share(large)).isCloseTo(16 / 40.0, within(1e-9));
    pace.finish(large);
    pace.finish(small);
    assertThat(pace.share()).isEqualTo(1);
  }

  @Test
  void whatIsLeftTakesTheTimeThatEpochsTook() {
    EtaEstimator pace = pace(List.of(large, small), 2);
    assertThat(pace.left()).isEmpty();
    assertThat(pace.left(large)).isEmpty();
    pace.add(large, epoch("search", 1, 10, 3));
    // 3 seconds a unit of cost, 39 of 40 units left
    assertThat(pace.left(large).orElseThrow()).isCloseTo(117, within(1e-9));
    assertThat(pace.left(small)).isEmpty();
    // the estimate says 2 seconds a unit and it took 3: 78 + 20 of these, in two slots; but the
    // large cell alone takes longer
    assertThat(pace.left().orElseThrow()).isCloseTo(117, within(1e-9));
    EtaEstimator alone = pace(List.of(large, small), 1);
    alone.add(large, epoch("search", 1, 10, 3));
    assertThat(alone.left().orElseThrow()).isCloseTo(98 * 1.5, within(1e-9));
  }

  @Test
  void whatAnEarlierRunDidIsNotTakenForSpeed() {
    EtaEstimator pace = pace(List.of(large), 1);
    // the worker resumes after epoch 8 of an earlier run
    pace.add(large, epoch("search", 9, 10, 3));
    assertThat(pace.share(large)).isCloseTo(9 / 40.0, within(1e-9));
    assertThat(pace.left(large).orElseThrow()).isCloseTo(31 * 3, within(1e-9));
    pace.restart(large);
    assertThat(pace.left(large)).isEmpty();
    pace.add(
        large,
        new Event.PhaseReused("search", "00000000000000aa", "fedcba9876543210", Scores.none()));
    assertThat(pace.share(large)).isCloseTo(10 / 40.0, within(1e-9));
  }

  @Test
  void withoutEstimatesCellsCountAlike() {
    EtaEstimator pace = pace(List.of(cell("01", Double.NaN), cell("02", Double.NaN)), 1);
    pace.finish(cell("01", Double.NaN));
    assertThat(pace.share()).isEqualTo(0.5);
  }

  @Test
  void whatAnEarlierWorkerDidCountsAsDoneAndNotAsSpeed() {
    EtaEstimator pace = pace(List.of(large), 1);
    pace.add(large, new Event.CellResumed("retrain", 5));
    assertThat(pace.share(large)).isCloseTo(0.5, within(1e-9));
    assertThat(pace.left(large)).isEmpty();
    pace.add(large, epoch("retrain", 6, 15, 4));
    // 2 of 40 parts took 4 seconds, 18 are left
    assertThat(pace.left(large).orElseThrow()).isCloseTo(36, within(1e-9));
  }
}
