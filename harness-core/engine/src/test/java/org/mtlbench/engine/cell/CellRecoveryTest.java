package org.mtlbench.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.checkpoint.CheckpointFile;
import org.mtlbench.engine.checkpoint.CheckpointKey;
import org.mtlbench.engine.checkpoint.ProgressState;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.Scores;

class CellRecoveryTest {
  private static final List<Phase> PHASES =
      List.of(
          Phase.of("search", Phase.Kind.SEARCH, 3, 1, Budget.FULL),
          Phase.of("retrain", Phase.Kind.MAIN, 10, 1, Budget.FULL));

  @Test
  void resumesInPhaseOfCheckpoint() {
    PlannedCell cell = cell(0);
    assertThat(CellRecovery.resumePoint(cell, progress(0, 0, 2))).isEqualTo(at("search", 2));
    assertThat(CellRecovery.resumePoint(cell, progress(0, 1, 0))).isEqualTo(at("retrain", 0));
    assertThat(CellRecovery.resumePoint(cell, progress(0, 2, 0))).isEqualTo(at("retrain", 10));
  }

  @Test
  void resumesInNextTrial() {
    PlannedCell cell = cell(2);
    assertThat(CellRecovery.resumePoint(cell, progress(1, 1, 4)))
        .isEqualTo(at("trial 2/2: retrain", 4));
    assertThat(CellRecovery.resumePoint(cell, progress(2, 0, 1))).isEqualTo(at("search", 1));
    ProgressState between =
        new ProgressState(
            ProgressState.SCHEMA, key(), 0, Optional.empty(), trials(1), List.of(), none());
    assertThat(CellRecovery.resumePoint(cell, between)).isEqualTo(at("trial 2/2: search", 0));
  }

  @Test
  void ignoresUnreadableCheckpoint(@TempDir Path folder) {
    CheckpointFile directory = new CheckpointFile(folder);

    assertThat(CellRecovery.resumePoint(directory, cell(0), key())).isEmpty();
  }

  private static Event.CellResumed at(String phase, int epoch) {
    return new Event.CellResumed(phase, epoch);
  }

  private static PlannedCell cell(int trials) {
    PluginChoice choice = new PluginChoice("any", JsonNodeFactory.instance.objectNode());
    CellSpec spec = new CellSpec("0123456789abcdef", "Any", choice, choice, choice, 0, 1);
    return new PlannedCell(spec, "any", Collections.nCopies(trials, PHASES), PHASES, 0, 1);
  }

  private static ProgressState progress(int trials, int phase, int epochs) {
    ProgressState.Training training =
        new ProgressState.Training(
            phase, epochs, 0, 0, Scores.none(), List.of(), List.of(), List.of(), Map.of(), 0, 0, 0);
    return new ProgressState(
        ProgressState.SCHEMA,
        key(),
        0,
        Optional.empty(),
        trials(trials),
        List.of(),
        Optional.of(training));
  }

  private static Optional<ProgressState.Training> none() {
    return Optional.empty();
  }

  private static CheckpointKey key() {
    return new CheckpointKey("0123456789abcdef", "feedc0de", "cpu", 1);
  }

  private static List<TrialRecord> trials(int count) {
    TrialRecord trial =
        new TrialRecord(
            1,
            JsonNodeFactory.instance.objectNode(),
            CellStatus.DONE,
            Optional.empty(),
            Optional.of(0.5),
            13,
            1,
            1);
    return Collections.nCopies(count, trial);
  }
}
