package org.mtlbench.methods.mtan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;

class MtanTest {
  private static final MtanPlugin PLUGIN = new MtanPlugin();

  private final NDManager manager = NDManager.newBaseManager();
  private final TinyProblem problem = new TinyProblem(manager, 1);

  @AfterEach
  void close() {
    manager.close();
  }

  private static ObjectNode tiny() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("epochs", 5)
        .put("search-epochs", 1)
        .put("batch-size", 16)
        .put("learning-rate", 0.01);
  }

  private static MtanConfig bind(ObjectNode user) {
    return ConfigBinder.bind(PLUGIN.defaults(), user, "config");
  }

  private Mtan method(ObjectNode user) {
    return new Mtan(bind(user), problem.context());
  }

  @Test
  void learnsBothTasksWithChosenHyperparameters() {
    TinyTraining training = TinyTraining.of(method(tiny()), problem);
    assertThat(Arrays.stream(training.validation().primary()).boxed())
        .allMatch(accuracy -> accuracy > 0.85);
    assertThat(training.reports()).hasSize(9 + 5 + 5);
    // attention of each task: 12x12 + 12 and 12x6 + 6
    assertThat(training.model().parameterCount())
        .isEqualTo(problem.network("x").parameterCount() + 2 * (156 + 78));
    assertThat(problem.registered())
        .filteredOn(name -> name.startsWith("note: chosen on validation: weights 0.0"))
        .singleElement()
        .satisfies(note -> assertThat(note).contains("; learning-rate 0."));
  }

  @Test
  void learnsWithSharedAttention() {
    ObjectNode user = tiny().put("shared-attention", true).put("search-learning-rates", false);
    user.putArray("weights").addArray().add(0.5).add(0.5);
    TinyTraining training = TinyTraining.of(method(user), problem);
    assertThat(training.reports()).hasSize(5);
    assertThat(training.meanAccuracy()).isGreaterThan(0.85);
    assertThat(training.model().parameterCount())
        .isEqualTo(problem.network("x").parameterCount() + 156 + 78);
  }

  @Test
  void isDeterministicPerSeed() {
    List<float[]> first = TinyTraining.of(method(tiny()), problem).parameters();
    List<float[]> again = TinyTraining.of(method(tiny()), new TinyProblem(manager, 1)).parameters();
    for (int i = 0; i < first.size(); i++) {
      assertThat(again.get(i)).isEqualTo(first.get(i));
    }
    assertThat(TinyTraining.of(method(tiny()), new TinyProblem(manager, 2)).parameters().get(0))
        .isNotEqualTo(first.get(0));
  }

  @Test
  void budgetScalesProtocolPhases() {
    Mtan protocol = new Mtan(PLUGIN.defaults(), problem.context());
    List<Phase> phases = protocol.phases(Budget.FULL);
    assertThat(phases).hasSize(9 + 5 + 1);
    assertThat(phases.subList(0, 14))
        .allMatch(phase -> phase.epochs() == 50 && phase.kind() == Phase.Kind.SEARCH);
    assertThat(phases.get(0).name()).isEqualTo("weights 1/9 (0.01, 0.09)");
    assertThat(phases.get(9).name()).isEqualTo("learning-rate 1/5 (0.00001)");
    assertThat(phases.get(14)).extracting(Phase::name, Phase::epochs).containsExactly("train", 200);
    // 12x12 and 12x6 for each of two tasks
    assertThat(phases).allMatch(phase -> phase.addedMultiplyAdds() == 2 * (144 + 72));
    assertThat(protocol.phases(new Budget(0.01)))
        .extracting(Phase::epochs)
        .startsWith(1, 1)
        .endsWith(1, 2);
  }

  @Test
  void learningRateSearchCanBeDisabled() {
    assertThat(method(tiny().put("search-learning-rates", false)).phases(Budget.FULL)).hasSize(10);
  }

  @Test
  void reportsAllProblemsAtOnce() {
    ObjectNode user = tiny();
    user.putArray("weights").addArray().add(1);
    assertThat(PLUGIN.check(bind(user), problem.context().dataset()))
        .extracting(Problem::message)
        .containsExactly("weights: found [1.0], expected 2 numbers, one per task");
    assertThat(PLUGIN.check(bind(tiny()), problem.context().dataset())).isEmpty();
  }

  @Test
  void rejectsTrunkWithoutTwoStages() {
    Blueprint whole = problem.context().blueprint();
    Blueprint shallow =
        Blueprint.staged(
            whole.input(), whole.trunk().subList(1, 2), whole.features(), whole.heads());
    Blueprint apart = new Blueprint(whole.input(), List.of(), 0, whole.features(), whole.heads());
    assertThat(PLUGIN.checkNetwork(PLUGIN.defaults(), shallow))
        .extracting(Problem::message)
        .containsExactly(
            "trunk: found a single stage, expected a shared trunk of at least 2 stages for"
                + " attention, which starts at the second");
    assertThat(PLUGIN.checkNetwork(PLUGIN.defaults(), apart))
        .extracting(Problem::value)
        .containsExactly("no trunk shared by all tasks");
    assertThat(PLUGIN.checkNetwork(PLUGIN.defaults(), whole)).isEmpty();
  }

  @Test
  void hasGridForThreeTasks() {
    List<List<Double>> grid = MtanPlugin.weights(PLUGIN.defaults(), 3);
    assertThat(grid).hasSize(13);
    // 9 to 1 to 1
    double[] expected = {0.1 / 11, 0.1 / 11, 0.9 / 11};
    for (int i = 0; i < 3; i++) {
      assertThat(grid.get(0).get(i)).isCloseTo(expected[i], within(1e-15));
    }
  }

  @Test
  void defaultsAreStable() {
    assertThat(ConfigBinder.toTree(PLUGIN.defaults()).toString())
        .isEqualTo(
            "{\"weights\":[],\"shared-attention\":false,\"epochs\":200,\"batch-size\":256,"
                + "\"optimiser\":\"adam\",\"learning-rate\":0.001,\"momentum\":0.0,"
                + "\"weight-decay\":0.0,"
                + "\"schedule\":\"step\",\"decay\":0.5,\"decay-first\":25,\"decay-every\":25,"
                + "\"initialisation\":\"lsuv\",\"selection\":\"best\",\"search-epochs\":50,"
                + "\"search-fraction\":0.5,\"search-learning-rates\":true,"
                + "\"learning-rates\":[1.0E-5,1.0E-4,0.001,0.01,0.1]}");
  }
}
