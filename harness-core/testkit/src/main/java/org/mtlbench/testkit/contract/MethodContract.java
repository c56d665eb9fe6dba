package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.procedure.Procedures;

/**
 * Contract test of the training of all kinds of methods: losses fall, the same seed gives the same
 * bits, memory does not grow from epoch to epoch, and a training resumed from a checkpoint at any
 * epoch boundary ends with the same bits as an uninterrupted one. Main phases give access to the
 * model that they train.
 *
 * @param <C> the config record
 */
public abstract class MethodContract<C extends Record> extends PluginContract<C> {
  private static final int MAX_RESUMPTIONS = 8;

  MethodContract() {}

  @Override
  protected abstract MethodPlugin<C> plugin();

  /**
   * Config values for training on {@link org.mtlbench.testkit.TinyProblem} (300 examples, two
   * tasks), as a JSON object. The keys {@code epochs}, {@code batch-size} and {@code learning-rate}
   * have small values already if the config has them; a few epochs should reduce the losses.
   */
  protected String training() {
    return "{}";
  }

  @Override
  final Map<String, ? extends Plugin<?>> contributed(Contributions contributions) {
    return contributions.methods();
  }

  /**
   * Creates the method with its default config for {@link org.mtlbench.testkit.TinyProblem} or
   * another number of tasks.
   */
  final Method create(int tasks, long seed) {
    return plugin().create(plugin().defaults(), SampleFacts.ofTasks(tasks, seed));
  }

  private C tiny() throws JsonProcessingException {
    ObjectNode known = ConfigBinder.toTree(plugin().defaults());
    ObjectNode small = JsonNodeFactory.instance.objectNode();
    small.put("epochs", 4).put("batch-size", 60).put("learning-rate", 0.02);
    small.retain(known.properties().stream().map(Map.Entry::getKey).toList());
    small.setAll(Json.object(training()));
    return ConfigBinder.bind(plugin().defaults(), small, "training");
  }

  /** Trains on {@link org.mtlbench.testkit.TinyProblem} to the end. */
  final TinyRun trained(long seed) throws JsonProcessingException {
    TinyRun run = opened(seed);
    run.runToEnd();
    return run;
  }

  private TinyRun trainedUnderMemoryPressure(long seed) throws JsonProcessingException {
    try (MemoryPressure pressure = MemoryPressure.start()) {
      return trained(seed);
    }
  }

  /**
   * Opens a training on {@link org.mtlbench.testkit.TinyProblem} that has not started. The caller
   * closes it.
   */
  final TinyRun opened(long seed) throws JsonProcessingException {
    C config = tiny();
    NDManager manager = NDManager.newBaseManager();
    return TinyRun.open(
        context -> Procedures.of(plugin().create(config, context), 2), manager, seed);
  }

  @Test
  void trainingReducesLosses() throws JsonProcessingException {
    try (TinyRun run = trained(1)) {
      List<EpochReport> trainings =
          run.reports().stream().filter(report -> report.losses().length > 0).toList();
      assertThat(trainings).as("epochs that train").hasSizeGreaterThan(1);
      assertThat(trainings)
          .allSatisfy(
              report ->
                  assertThat(Numbers.list(report.losses()))
                      .as("mean losses of an epoch, one for each of its tasks")
                      .hasSize(report.tasks().size())
                      .allSatisfy(loss -> assertThat(loss).isFinite().isNotNegative()));
      EpochReport last = trainings.get(trainings.size() - 1);
      EpochReport first =
          trainings.stream().filter(r -> r.tasks().equals(last.tasks())).findFirst().orElseThrow();
      assertThat(Arrays.stream(last.losses()).sum())
          .as("sum of the losses of the last epoch, against the first")
          .isLessThan(Arrays.stream(first.losses()).sum());
    }
  }

  @Test
  void mainPhasesGiveTheModelThatTheyTrain() throws JsonProcessingException {
    try (TinyRun run = opened(1)) {
      while (!run.ended()) {
        Phase phase = run.phase();
        String where = run.next();
        EpochReport report = run.reports().get(run.reports().size() - 1);
        if (phase.kind() == Phase.Kind.MAIN && !report.tasks().isEmpty()) {
          assertThat(run.model(phase))
              .as("model of " + where)
              .hasValueSatisfying(
                  model ->
                      assertThat(run.outputs(model))
                          .as("outputs, one for each task of the epoch")
                          .isEqualTo(report.tasks().size()));
        }
      }
    }
  }

  @Test
  void trainingIsDeterministicPerSeed() throws JsonProcessingException {
    try (TinyRun first = trained(1);
        TinyRun again = trainedUnderMemoryPressure(1);
        TinyRun other = trained(2)) {
      assertThat(again.result())
          .as("the second training of seed 1, while memory is collected and overwritten")
          .isEqualTo(first.result());
      assertThat(other.result()).as("the training of seed 2").isNotEqualTo(first.result());
    }
  }

  @Test
  void memoryDoesNotGrowBetweenEpochs() throws JsonProcessingException {
    try (TinyRun run = opened(1)) {
      while (!run.ended()) {
        boolean warm = run.epoch() > 2;
        int before = run.arrays();
        String where = run.next();
        if (warm) {
          assertThat(run.arrays()).as("arrays held after " + where).isLessThanOrEqualTo(before);
        }
      }
    }
  }

  @Test
  void resumesFromCheckpointWithSameBits() throws JsonProcessingException {
    Map<Integer, RegisteredState.Saved> checkpoints = new LinkedHashMap<>();
    try (TinyRun whole = opened(1)) {
      whole.next();
      while (!whole.ended()) {
        checkpoints.put(whole.position(), whole.checkpoint());
        whole.next();
      }
      // Only some epochs, since with many short phases the time would grow quadratically.
      int every = 1 + checkpoints.size() / MAX_RESUMPTIONS;
      checkpoints.keySet().removeIf(position -> position % every != 0);
      for (Map.Entry<Integer, RegisteredState.Saved> checkpoint : checkpoints.entrySet()) {
        try (TinyRun resumed = opened(1)) {
          resumed.resumeFrom(checkpoint.getKey(), checkpoint.getValue());
          String next = resumed.next();
          resumed.runToEnd();
          assertThat(resumed.result())
              .as("parameters of the training that resumed from a checkpoint before " + next)
              .isEqualTo(whole.result());
        }
      }
    }
  }
}
