package org.mtlbench.methods;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.ls.LsPlugin;
import org.mtlbench.methods.mgda.MgdaPlugin;
import org.mtlbench.methods.stl.StlPlugin;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;

class BaselinesTest {
  private static ObjectNode tiny() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("epochs", 10)
        .put("batch-size", 32)
        .put("learning-rate", 0.05);
  }

  private static <C extends Record> TinyTraining train(
      MethodPlugin<C> plugin, ObjectNode config, TinyProblem problem) {
    C bound = ConfigBinder.bind(plugin.defaults(), config, "config");
    return TinyTraining.of(plugin.create(bound, problem.context()), problem);
  }

  private static <C extends Record> List<Problem> check(
      MethodPlugin<C> plugin, ObjectNode config, DatasetFacts dataset) {
    return plugin.check(ConfigBinder.bind(plugin.defaults(), config, "config"), dataset);
  }

  static Stream<MethodPlugin<?>> methods() {
    return Stream.of(new LsPlugin(), new MgdaPlugin(), new StlPlugin());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyBaselineLearnsBothTasks(MethodPlugin<?> plugin) {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyTraining training = train(plugin, tiny(), new TinyProblem(manager, 1));
      assertThat(Arrays.stream(training.validation().primary()).boxed())
          .allMatch(accuracy -> accuracy > 0.85);
    }
  }

  @Test
  void trainsSingleTaskNetworksSequentially() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      TinyTraining training = train(new StlPlugin(), tiny(), problem);
      assertThat(training.reports()).hasSize(20);
      assertThat(training.reports().get(0).tasks().get(0).name()).isEqualTo("left");
      assertThat(training.reports().get(19).tasks().get(0).name()).isEqualTo("upper");
      // two networks with one head each
      assertThat(training.model().parameterCount())
          .isEqualTo(
              problem.network("a", 0).parameterCount() + problem.network("b", 1).parameterCount());
      double[] best = new double[2];
      training
          .reports()
          .forEach(
              report -> {
                int task = report.tasks().get(0).name().equals("left") ? 0 : 1;
                best[task] = Math.max(best[task], report.validation().orElseThrow().score());
              });
      assertThat(training.validation().primary()).containsExactly(best);
    }
  }

  @Test
  void linearScalarisationRequiresOneWeightPerTask() {
    try (NDManager manager = NDManager.newBaseManager()) {
      DatasetFacts dataset = new TinyProblem(manager, 1).context().dataset();
      ObjectNode three = tiny();
      three.putArray("weights").add(0.2).add(0.3).add(0.5);
      assertThat(check(new LsPlugin(), three, dataset))
          .singleElement()
          .satisfies(
              p ->
                  assertThat(p.message())
                      .isEqualTo(
                          "weights: found [0.2, 0.3, 0.5], expected 2 numbers, one per task,"
                              + " or none"));
      assertThat(check(new LsPlugin(), tiny(), dataset)).isEmpty();
    }
  }

  @Test
  void defaultsAreStable() {
    assertThat(ConfigBinder.toTree(new MgdaPlugin().defaults()).toString())
        .isEqualTo(
            "{\"task-steps\":\"scaled\",\"epochs\":100,\"batch-size\":256,\"optimiser\":\"sgd\","
                + "\"learning-rate\":0.01,\"momentum\":0.9,\"weight-decay\":0.0,"
                + "\"schedule\":\"step\",\"decay\":0.5,"
                + "\"decay-first\":30,\"decay-every\":30,\"initialisation\":\"lsuv\","
                + "\"selection\":\"best\"}");
    assertThat(ConfigBinder.toTree(new StlPlugin().defaults()).toString())
        .contains(
            "\"learning-rate\":0.01",
            "\"decay-first\":1",
            "\"decay-every\":30",
            "\"initialisation\":\"pytorch\"");
    assertThat(ConfigBinder.toTree(new LsPlugin().defaults()).toString())
        .contains("\"weights\":[]", "\"learning-rate\":0.0025", "\"epochs\":36");
  }
}
