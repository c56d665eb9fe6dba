package org.mtlbench.methods.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.training.Initialisation;
import org.mtlbench.api.training.ScheduleKind;
import org.mtlbench.api.training.Selection;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PlainNetwork;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.training.Evaluator;

class CosmosTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * L = (3, 4), r = (1/2, 1/2), lambda = 2: the sum is 7/2, the cosine 7 / (5 sqrt 2). The gradient
   * is r_t - 2 (r_t / (||r|| ||L||) - r.L L_t / (||r|| ||L||^3)).
   */
  @Test
  void objectiveMatchesHandComputedValues() {
    try (GradientMode on = GradientMode.on()) {
      NDArray losses = manager.create(new float[] {3, 4});
      losses.setRequiresGradient(true);
      NDArray objective = Cosmos.objective(losses, manager.create(new float[] {0.5f, 0.5f}), 2);
      assertThat(objective.getFloat()).isCloseTo(1.520101f, within(1e-5f));
      Backward.run(objective);
      assertThat(losses.getGradient().toFloatArray())
          .containsExactly(new float[] {0.454745f, 0.533941f}, within(1e-5f));
    }
  }

  @Test
  void cosineIsLargestOnTheRay() {
    NDArray preference = manager.create(new float[] {0.2f, 0.8f});
    NDArray onRay = manager.create(new float[] {0.1f, 0.4f});
    float sum = onRay.mul(preference).sum().getFloat();
    assertThat(Cosmos.objective(onRay, preference, 3).getFloat()).isCloseTo(sum - 3, within(1e-5f));
    NDArray zero = manager.create(new float[2]);
    assertThat(Cosmos.objective(zero, preference, 3).getFloat()).isZero();
  }

  /** The variance of a component is (K - 1) / (K^2 (K alpha + 1)). */
  @Test
  void preferencesFollowDirichletDistribution() {
    RandomGenerator random = new Randomness(4).stream("draws");
    for (double alpha : new double[] {0.2, 1.2, 20}) {
      for (int tasks : new int[] {2, 5}) {
        int draws = 5_000;
        double[] sums = new double[tasks];
        double squares = 0;
        for (int i = 0; i < draws; i++) {
          double[] r = Preferences.dirichlet(tasks, alpha, random);
          assertThat(Arrays.stream(r).sum()).isCloseTo(1, within(1e-12));
          Arrays.setAll(sums, t -> sums[t] + r[t]);
          squares += Math.pow(r[0] - 1.0 / tasks, 2);
        }
        double variance = (tasks - 1) / (tasks * tasks * (tasks * alpha + 1));
        assertThat(squares / draws).isCloseTo(variance, within(0.1 * variance));
        for (double sum : sums) {
          assertThat(sum / draws).isCloseTo(1.0 / tasks, within(0.02));
        }
      }
    }
  }

  @Test
  void smallestAlphaGivesFinitePreferences() {
    RandomGenerator random = new Randomness(4).stream("draws");
    for (int i = 0; i < 5_000; i++) {
      assertThat(Arrays.stream(Preferences.dirichlet(2, 0.01, random)).sum())
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void networkReadsPreferenceBeforeImage() {
    TinyProblem problem = new TinyProblem(manager, 1);
    Network network = problem.widerNetwork("network", 2);
    NDArray image = problem.batch(3).inputs().get(0);
    checkReads(network, image, new Shape(3, 1, 4, 4), true);
  }

  @Test
  void networkReadsPreferenceBeforeColumns() {
    NetworkCase vectors = NetworkCase.vectors(2);
    Network network = PlainNetwork.of(vectors.wider(2), manager, new Randomness(1));
    NDArray rows = vectors.inputs(3, manager, new Randomness(1).stream("rows"));
    checkReads(network, rows, new Shape(3, 1), false);
  }

  private void checkReads(Network network, NDArray input, Shape channel, boolean image) {
    PreferenceModel model = new PreferenceModel(network, new double[] {0.3, 0.7}, image, manager);
    model.setPreference(manager.create(new double[] {0.9, 0.1}));
    checkReads(network, input, channel, model, ForwardMode.EVALUATION, 0.3f, 0.7f);
    checkReads(network, input, channel, model, ForwardMode.TRAINING, 0.9f, 0.1f);
  }

  private void checkReads(
      Network network,
      NDArray input,
      Shape channel,
      Model model,
      ForwardMode mode,
      float first,
      float second) {
    NDArray joined =
        manager
            .full(channel, first, DataType.FLOAT32)
            .concat(manager.full(channel, second, DataType.FLOAT32), 1)
            .concat(input, 1);
    List<NDArray> expected = network.predict(List.of(joined), mode);
    List<NDArray> outputs = model.predict(List.of(input), mode);
    for (int task = 0; task < outputs.size(); task++) {
      assertThat(outputs.get(task).toFloatArray())
          .containsExactly(expected.get(task).toFloatArray(), within(1e-5f));
    }
  }

  private TinyTraining train(int epochs, List<Double> preference) {
    TrainingConfig training =
        new TrainingConfig(
            epochs,
            30,
            TrainingConfig.standard().optimiser(),
            0.02,
            0,
            0,
            ScheduleKind.COSINE,
            1,
            1,
            1,
            Initialisation.PYTORCH,
            Selection.LAST);
    CosmosPlugin plugin = new CosmosPlugin();
    TinyProblem problem = new TinyProblem(manager, 1);
    return TinyTraining.of(
        plugin.create(new CosmosConfig(preference, 1.2, 2, training), problem.context()), problem);
  }

  @Test
  void trainingDoesNotDependOnPreferenceOfEvaluation() {
    List<float[]> equal = new ArrayList<>(train(3, List.of()).parameters());
    List<float[]> other = new ArrayList<>(train(3, List.of(3.0, 1.0)).parameters());
    assertThat(equal.remove(equal.size() - 1)).containsExactly(0.5f, 0.5f);
    assertThat(other.remove(other.size() - 1)).containsExactly(0.75f, 0.25f);
    assertThat(other).usingElementComparator(Arrays::compare).isEqualTo(equal);
  }

  /** One trained network: the ratio of its losses follows the preference. */
  @Test
  void ratioOfLossesFollowsPreference() {
    TinyTraining training = train(30, List.of());
    assertThat(training.meanAccuracy()).isGreaterThan(0.8);
    Parameter preference =
        training.model().parameters().get(training.model().parameters().size() - 1);
    assertThat(preference.name()).isEqualTo("preference");
    List<Double> ratios = new ArrayList<>();
    for (float first : new float[] {0.1f, 0.5f, 0.9f}) {
      try (GradientMode off = GradientMode.off()) {
        preference.value().set(new float[] {first, 1 - first});
      }
      double[] losses = losses(training.model());
      ratios.add(losses[0] / losses[1]);
    }
    assertThat(ratios).isSorted();
    assertThat(ratios.get(2)).isGreaterThan(1.5 * ratios.get(0));
  }

  private double[] losses(Model model) {
    TinyProblem problem = new TinyProblem(manager, 1);
    return Evaluator.validate(model, problem).losses();
  }

  @Test
  void rejectsInvalidConfigs() {
    assertThatThrownBy(() -> new CosmosConfig(List.of(0.0, 0.0), 0, -1, TrainingConfig.standard()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("preference: found [0.0, 0.0]")
        .hasMessageContaining("alpha: found 0.0, expected a finite number, at least 0.01")
        .hasMessageContaining("lambda: found -1.0");
    assertThat(
            new CosmosPlugin()
                .check(
                    new CosmosConfig(List.of(1.0), 1, 1, TrainingConfig.standard()),
                    new TinyProblem(manager, 1).context().dataset()))
        .extracting(Problem::message)
        .containsExactly("preference: found [1.0], expected 2 numbers, one per task, or none");
  }
}
