package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.artefact.CellArtefacts;
import org.mtlbench.engine.checkpoint.CheckpointFile;
import org.mtlbench.engine.checkpoint.CheckpointKey;
import org.mtlbench.engine.checkpoint.Checkpointer;
import org.mtlbench.engine.fixtures.FaultyMethod;
import org.mtlbench.engine.fixtures.PixelData;
import org.mtlbench.engine.fixtures.ToyWeighting;
import org.mtlbench.engine.plan.CellSearch;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.toolbox.config.ConfigBinder;

class TrialLoopTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final CheckpointKey KEY =
      new CheckpointKey("0123456789abcdef", "00000000", "cpu", 1);

  @TempDir Path folder;
  private final PluginRegistry registry = PluginLoader.load(TrialLoopTest.class.getClassLoader());
  private final PipedOutputStream deathPipe = new PipedOutputStream();
  private final Set<SplitName> used = EnumSet.noneOf(SplitName.class);
  private StopSignal stop;
  private EventWriter writer;
  private NDManager manager;
  private Dataset dataset;
  private DataAccess access;

  @BeforeEach
  void open() throws IOException {
    stop = StopSignal.watch(new PipedInputStream(deathPipe), Duration.ofHours(1), () -> {});
    writer = EventWriter.open(folder.resolve("events.jsonl"));
    manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    PixelData plugin = new PixelData();
    access = new DataAccess(folder, folder, false);
    dataset = new Watched(plugin.open(plugin.defaults(), access, manager), used);
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    manager.close();
  }

  /** Notes which splits are used. */
  private record Watched(Dataset dataset, Set<SplitName> used) implements Dataset {
    @Override
    public Split split(SplitName name) {
      used.add(name);
      return dataset.split(name);
    }

    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      return dataset.prepare(raw);
    }

    @Override
    public Examples augment(Examples raw, RandomGenerator random) {
      return dataset.augment(raw, random);
    }

    @Override
    public Examples takeTraining(NDArray positions, RandomGenerator random) {
      used.add(SplitName.TRAIN);
      return dataset.takeTraining(positions, random);
    }
  }

  private static ObjectNode object() {
    return NODES.objectNode();
  }

  private static ObjectNode rate(double value) {
    return object().put("learning-rate", value);
  }

  private static ObjectNode trouble(FaultyMethod.Fault trouble) {
    return object()
        .put("trouble", trouble.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  private TrialLoop loop(String method, Record defaults, double budget, ObjectNode... trials) {
    CellSearch search = new CellSearch(object(), budget, List.of(trials));
    CellSpec cell =
        new CellSpec(
            "0123456789abcdef",
            "tuned",
            Optional.empty(),
            new PluginChoice("pixels", ConfigBinder.toTree(new PixelData().defaults())),
            new PluginChoice("toy-shared", object()),
            new PluginChoice(method, ConfigBinder.toTree(defaults)),
            3,
            0.5,
            Optional.of(search),
            Optional.empty(),
            false);
    return new TrialLoop(
        cell,
        trial -> CellPlugins.of(trial, registry, access),
        stop,
        tried -> new CellArtefacts(RunFolder.at(folder), tried, "00000000"),
        new CellProgress(KEY, checkpointer(Duration.ofHours(1)), writer, Optional.empty()));
  }

  private Checkpointer checkpointer(Duration every) {
    return new Checkpointer(new CheckpointFile(folder.resolve("checkpoint")), writer, every);
  }

  private TrialLoop equal(double budget, ObjectNode... trials) {
    return loop("toy-equal", new ToyWeighting().defaults(), budget, trials);
  }

  private TrialLoop troubled(FaultyMethod.Fault... trials) {
    ObjectNode[] values = new ObjectNode[trials.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = trouble(trials[i]);
    }
    return loop("trouble", new FaultyMethod().defaults(), 1, values);
  }

  private SearchRecord run(TrialLoop loop) throws IOException {
    return loop.run(manager, dataset, writer);
  }

  private List<Event> events() throws IOException {
    return new EventReader(folder.resolve("events.jsonl")).readAll().events();
  }

  @Test
  void selectsBestOnValidationWithoutTestSplit() throws IOException {
    SearchRecord search = run(equal(1, rate(1e-9), rate(0.05), rate(1e-8)));

    assertThat(search.chosen()).contains(2);
    assertThat(search.chosenTrial().orElseThrow().values()).isEqualTo(rate(0.05));
    assertThat(search.trials()).extracting(TrialRecord::status).containsOnly(CellStatus.DONE);
    List<Double> scores = search.trials().stream().map(t -> t.score().orElseThrow()).toList();
    assertThat(scores.get(1)).isGreaterThan(0.75).isLessThanOrEqualTo(1);
    assertThat(scores.get(0)).isLessThan(0.7);
    assertThat(search.trials()).allMatch(trial -> trial.wallSeconds() > 0);
    assertThat(used).containsExactlyInAnyOrder(SplitName.TRAIN, SplitName.VALIDATION);
  }

  @Test
  void trialHasBudgetedEpochsAndItsName() throws IOException {
    // 100 epochs of the protocol, half of them for the cell, a tenth of these for a trial
    TrialLoop loop = equal(0.1, rate(0.01), rate(0.02));
    assertThat(loop.phases())
        .containsExactly(
            new Phase("trial 1/2: train", Phase.Kind.SEARCH, 5, 100, 1).withRateSteps(9),
            new Phase("trial 2/2: train", Phase.Kind.SEARCH, 5, 100, 1).withRateSteps(9));

    SearchRecord search = run(loop);

    assertThat(search.trials()).extracting(TrialRecord::epochs).containsExactly(5, 5);
    List<String> told = new ArrayList<>();
    for (Event event : events()) {
      if (event instanceof Event.EpochEnded epoch) {
        told.add(epoch.phase() + " " + epoch.epoch() + "/" + epoch.epochs());
      } else if (event instanceof Event.PhaseEnded phase) {
        told.add(phase.phase() + " over");
      }
    }
    assertThat(told)
        .hasSize(12)
        .startsWith("trial 1/2: train 1/5")
        .containsSubsequence(
            "trial 1/2: train 5/5",
            "trial 1/2: train over",
            "trial 2/2: train 1/5",
            "trial 2/2: train over");
  }

  @Test
  void scoreIsIndependentOfEarlierTrials() throws IOException {
    SearchRecord search = run(equal(0.1, rate(0.01), rate(0.3), rate(0.01)));

    assertThat(search.trials().get(2).score()).isEqualTo(search.trials().get(0).score());
    assertThat(run(equal(0.1, rate(0.01))).trials().get(0).score())
        .isEqualTo(search.trials().get(0).score());
  }

  @Test
  void divergedTrialIsRecordedWithWorstScore() throws IOException {
    SearchRecord search = run(equal(0.1, rate(1e37), rate(1e-9)));

    TrialRecord diverged = search.trials().get(0);
    assertThat(diverged.status()).isEqualTo(CellStatus.DIVERGED);
    assertThat(diverged.reason().orElseThrow()).startsWith("the validation loss of task ");
    assertThat(diverged.score()).isEmpty();
    assertThat(diverged.epochs()).isZero();
    assertThat(search.chosen()).contains(2);
  }

  @Test
  void failedTrialIsRecordedAndSearchContinues() throws IOException {
    SearchRecord search =
        run(
            troubled(
                FaultyMethod.Fault.THROWS,
                FaultyMethod.Fault.PEEKS,
                FaultyMethod.Fault.LACKS_CLASS,
                FaultyMethod.Fault.DIVERGES,
                FaultyMethod.Fault.NONE));

    assertThat(search.trials())
        .extracting(trial -> trial.status().word() + " " + trial.reason().orElse(""))
        .containsExactly(
            "failed first line",
            "failed a method asked for the test split, expected train or" + " validation",
            "failed code that it needs is missing (org.example.Missing)",
            "diverged loss of task left became NaN in epoch 1, step 3",
            "done ");
    assertThat(search.chosen()).contains(5);
    assertThat(used).doesNotContain(SplitName.TEST);
  }

  @Test
  void doesNotLeakTensors() throws IOException {
    int before = manager.getManagedArrays().size();

    run(equal(0.1, rate(0.01), rate(1e37), rate(0.02)));
    run(troubled(FaultyMethod.Fault.THROWS, FaultyMethod.Fault.NONE));

    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  @Timeout(60)
  void stopsWithWorker() throws IOException {
    deathPipe.close();
    while (!stop.raised()) {
      Thread.onSpinWait();
    }

    assertThatThrownBy(() -> run(equal(1, rate(0.01)))).isInstanceOf(StoppedException.class);
  }

  @Test
  void searchIsDivergedOnlyIfAllTrialsDiverged() {
    TrialRecord diverged = trial(1, CellStatus.DIVERGED, "loss became NaN");
    TrialRecord failed = trial(2, CellStatus.FAILED, "no memory");

    assertThat(Failure.of(new FailedSearchException(List.of(diverged))))
        .isEqualTo(
            new Failure(
                CellStatus.DIVERGED,
                FailureKind.THREW,
                "the only trial diverged: loss became NaN"));
    assertThat(Failure.of(new FailedSearchException(List.of(diverged, failed))))
        .isEqualTo(
            new Failure(
                CellStatus.FAILED,
                FailureKind.THREW,
                "none of 2 trials was done: trial 2 failed: no memory"));
  }

  private static TrialRecord trial(int number, CellStatus status, String reason) {
    return new TrialRecord(
        number, object(), status, Optional.of(reason), Optional.empty(), 0, 1, 1);
  }
}
