package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.artefact.CellArtefacts;
import org.mtlbench.engine.checkpoint.CheckpointFile;
import org.mtlbench.engine.checkpoint.CheckpointKey;
import org.mtlbench.engine.checkpoint.Checkpointer;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;

/**
 * Trains every combination of the paper for a few steps with the worker's loops: losses decrease, a
 * step is one forward pass and changes exactly the expected parameters, and the model has the size
 * in the paper.
 */
class SmokeMatrixTest {
  private static final PluginRegistry REGISTRY =
      PluginLoader.load(SmokeMatrixTest.class.getClassLoader());

  /** The number of epochs of a phase from which its losses must have decreased. */
  private static final int ENOUGH = 3;

  private static final DataAccess NO_FILES =
      new DataAccess(Path.of("none"), Path.of("none"), false);

  @TempDir Path folder;

  static Stream<Arguments> cells() {
    return plan(smoke()).stream().map(cell -> Arguments.of(combination(cell), cell));
  }

  private static MatrixSpec smoke() {
    try {
      return MatrixReader.read(
          Path.of(SmokeMatrixTest.class.getResource("/smoke-matrix.yaml").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<CellSpec> plan(MatrixSpec matrix) {
    return new Planner(Throughput.UNKNOWN)
        .plan(matrix, REGISTRY, Overrides.NONE, NO_FILES).cells().stream()
            .map(cell -> cell.spec())
            .toList();
  }

  private static String combination(CellSpec cell) {
    return cell.label() + " | " + cell.architecture().id() + " | " + cell.dataset().id();
  }

  @Test
  void coversAllCombinationsOfPaper() {
    List<String> paper =
        plan(MatrixReader.preset("paper-every-combination")).stream()
            .map(cell -> combination(cell) + "-synthetic")
            .toList();

    assertThat(plan(smoke()).stream().map(SmokeMatrixTest::combination))
        .hasSize(24)
        .containsExactlyInAnyOrderElementsOf(paper);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void lossesDecreaseAndStepsChangeExpectedParameters(String combination, CellSpec cell)
      throws IOException {
    CellPlugins plugins = CellPlugins.of(cell, REGISTRY, NO_FILES);
    DatasetFacts facts = plugins.facts();
    Randomness random = new Randomness(cell.seed());
    WatchedTraining training = new WatchedTraining(plugins.procedure(random));
    RunFolder run = RunFolder.at(folder);
    run.create();
    try (PipedOutputStream deathPipe = new PipedOutputStream();
        PipedInputStream held = new PipedInputStream(deathPipe);
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        EventWriter events = EventWriter.open(run.eventFile(cell.id()))) {
      StopSignal stop = StopSignal.watch(held, Duration.ofHours(1), () -> {});
      Dataset dataset = plugins.dataset().open(NO_FILES, manager);
      CellSession session = new CellSession(manager, dataset, plugins, random, stop);
      Checkpointer never =
          new Checkpointer(
              new CheckpointFile(run.attempts(cell.id()).checkpointFile(1)),
              events,
              Duration.ofHours(1));
      TrainingProgress progress =
          new CellProgress(
                  new CheckpointKey(cell.id(), "smoke", "cpu", 1), never, events, Optional.empty())
              .nextTraining()
              .withSession(session);
      PhaseLoop loop =
          new PhaseLoop(
              training,
              training.seen(session),
              events,
              progress,
              new CellArtefacts(run, cell, "smoke"),
              PhaseLoop.EpochEnd.IGNORED);

      Model model = loop.run(training.phases(new Budget(cell.budget()))).model();

      assertFinite(model);
      assertThat(model.parameterCount()).isEqualTo(PaperSizes.of(cell));
      assertMoves(training, new ExpectedMoves(cell, names(facts)));
      assertLossesFall(training);
      assertPhasesStartAfresh(training);
      if (cell.architecture().id().equals("mdmtn")) {
        assertAlphasLeaveOneAndZero(training);
      }
      if (cell.method().id().equals("ours")) {
        assertScalarAndPrunedRows(training);
      }
    }
  }

  private static List<String> names(DatasetFacts facts) {
    return facts.tasks().stream().map(Task::name).toList();
  }

  private static void assertFinite(Model model) {
    for (Parameter parameter : model.parameters()) {
      try (NDArray sum = parameter.value().sum()) {
        assertThat(sum.getFloat()).as(parameter.name()).isFinite();
      }
    }
  }

  /**
   * Unchanged parameters are unchanged in every step. Changed parameters change in the first step,
   * or, for monitors without a gradient in the first step, in a later one: the first updates of
   * plain gradient descent can be below the float spacing.
   */
  private static void assertMoves(WatchedTraining training, ExpectedMoves expected) {
    Map<Phase, Set<String>> moved = new HashMap<>();
    Map<Phase, Set<String>> toMove = new HashMap<>();
    for (WatchedTraining.Epoch epoch : training.epochs()) {
      String step = "moved in step " + epoch.number() + " of " + epoch.phase().name();
      Set<String> names = expected.of(epoch.phase(), epoch.number(), training);
      if (epoch.number() == 1) {
        assertThat(epoch.moved()).as(step).containsExactlyInAnyOrderElementsOf(names);
      }
      assertThat(names).as(step).containsAll(epoch.moved());
      assertThat(epoch.passes()).as(step).isEqualTo(expected.passes(epoch.phase()));
      moved.computeIfAbsent(epoch.phase(), phase -> new TreeSet<>()).addAll(epoch.moved());
      toMove.computeIfAbsent(epoch.phase(), phase -> new TreeSet<>()).addAll(names);
    }
    assertThat(moved).isNotEmpty().isEqualTo(toMove);
  }

  private static void assertLossesFall(WatchedTraining training) {
    List<Phase> phases =
        training.starts().stream()
            .map(WatchedTraining.Start::phase)
            .filter(phase -> phase.epochs() >= ENOUGH)
            .toList();
    assertThat(phases).isNotEmpty();
    for (Phase phase : phases) {
      List<double[]> losses = losses(training, phase);
      double[] first = losses.get(0);
      double[] last = losses.get(losses.size() - 1);
      for (int task = 0; task < first.length; task++) {
        assertThat(last[task]).as("%s, loss %d", phase.name(), task).isLessThan(first[task]);
      }
    }
  }

  private static List<double[]> losses(WatchedTraining training, Phase phase) {
    return training.epochs().stream()
        .filter(epoch -> epoch.phase().equals(phase))
        .map(epoch -> epoch.report().losses())
        .toList();
  }

  /** All parameters trained by a phase start from those of the opened procedure. */
  private static void assertPhasesStartAfresh(WatchedTraining training) {
    for (WatchedTraining.Start start : training.starts()) {
      if (ExpectedMoves.startsAfresh(start.phase())) {
        Set<String> trained =
            training.epochs().stream()
                .filter(epoch -> epoch.phase().equals(start.phase()))
                .flatMap(epoch -> epoch.moved().stream())
                .collect(Collectors.toSet());
        assertThat(start.asOpened()).as(start.phase().name()).containsAll(trained);
      }
    }
  }

  private static void assertAlphasLeaveOneAndZero(WatchedTraining training) {
    List<String> alphas =
        training.opened().keySet().stream().filter(name -> name.contains(".alpha")).toList();
    assertThat(alphas).isNotEmpty();
    for (String alpha : alphas) {
      float start = alpha.endsWith("alpha1") ? 1 : 0;
      assertThat(training.opened()).containsEntry(alpha, start);
      assertThat(training.epochs())
          .filteredOn(epoch -> epoch.number() == 1 && epoch.moved().contains(alpha))
          .isNotEmpty()
          .allSatisfy(epoch -> assertThat(epoch.scalars().get(alpha)).isNotEqualTo(start));
    }
  }

  /** t changes with the parameters; pruned rows stay 0, and no other row becomes 0. */
  private static void assertScalarAndPrunedRows(WatchedTraining training) {
    Map<String, Integer> pruned = Map.of();
    for (WatchedTraining.Epoch epoch : training.epochs()) {
      boolean cluster = epoch.phase().name().equals("cluster");
      assertThat(epoch.movedNumbers().contains("t"))
          .as("t in %s", epoch.phase().name())
          .isEqualTo(!cluster);
      if (cluster) {
        pruned = epoch.zeroRows();
        assertThat(pruned.get("network/trunk.linear.weight")).isPositive();
      } else if (epoch.phase().name().equals("retrain")) {
        assertThat(epoch.zeroRows()).isEqualTo(pruned);
      }
    }
  }
}
