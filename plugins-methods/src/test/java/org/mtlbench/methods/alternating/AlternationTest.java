package org.mtlbench.methods.alternating;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.methods.ls.LsPlugin;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;

class AlternationTest {
  private static ObjectNode tiny(Consumer<ObjectNode> more) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("epochs", 6).put("batch-size", 32).put("learning-rate", 0.02);
    more.accept(config);
    return config;
  }

  private static <C extends Record> TinyTraining train(
      MethodPlugin<C> plugin, Consumer<ObjectNode> more, NDManager manager) {
    return train(plugin, more, new TinyProblem(manager, 1));
  }

  private static <C extends Record> TinyTraining train(
      MethodPlugin<C> plugin, Consumer<ObjectNode> more, TinyProblem problem) {
    C config = ConfigBinder.bind(plugin.defaults(), tiny(more), "config");
    return TinyTraining.of(plugin.create(config, problem.context()), problem);
  }

  static Stream<Arguments> sums() {
    Consumer<ObjectNode> all = config -> config.put("group-size", 2);
    return Stream.of(
        Arguments.of(new SusPlugin(), (Consumer<ObjectNode>) config -> {}),
        Arguments.of(new IusPlugin(), all),
        Arguments.of(new IoPlugin(), all));
  }

  @ParameterizedTest
  @MethodSource("sums")
  void singleGroupEqualsLinearScalarisation(MethodPlugin<?> plugin, Consumer<ObjectNode> more) {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<float[]> sum = train(plugin, more, manager).parameters();
      List<float[]> scalarised =
          train(new LsPlugin(), config -> config.putArray("weights").add(1).add(1), manager)
              .parameters();
      assertThat(sum).usingElementComparator(Arrays::compare).isEqualTo(scalarised);
    }
  }

  @ParameterizedTest
  @MethodSource("alternations")
  void learnsTasksUpdatedAlternately(MethodPlugin<?> plugin) {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      TinyTraining training = train(plugin, config -> {}, problem);
      assertThat(Arrays.stream(training.validation().primary()).boxed())
          .allMatch(accuracy -> accuracy > 0.8);
      double path = 0;
      for (EpochReport report : training.reports()) {
        assertThat(report.measures())
            .containsOnlyKeys("path-length", "distance", "path-per-distance");
        assertThat(report.measures().get("path-length")).isGreaterThan(path);
        path = report.measures().get("path-length");
        // no way is shorter than the straight one
        assertThat(report.measures().get("path-per-distance")).isGreaterThan(1 - 1e-5);
      }
      EpochReport last = training.reports().get(training.reports().size() - 1);
      assertThat(problem.measures()).as("of the record").isEqualTo(last.measures());
    }
  }

  static Stream<MethodPlugin<?>> alternations() {
    return Stream.of(new IusPlugin(), new IoPlugin());
  }

  @Test
  void costIsOnePassPerGroup() {
    assertThat(phase(9, 2).relativeCost()).isEqualTo(5);
    assertThat(phase(9, 9).relativeCost()).isEqualTo(1);
  }

  private static Phase phase(int tasks, int size) {
    GroupConfig config = GroupConfig.standard();
    return new Alternation(config.training(), tasks, size, Alternation.Memory.SHARED)
        .phases(Budget.FULL)
        .get(0);
  }

  @Test
  void rejectsGroupsLargerThanNumberOfTasks() {
    try (NDManager manager = NDManager.newBaseManager()) {
      GroupConfig three = new GroupConfig(3, GroupConfig.standard().training());
      assertThat(new IoPlugin().check(three, new TinyProblem(manager, 1).context().dataset()))
          .extracting(Problem::message)
          .containsExactly("group-size: found 3, expected a whole number from 1 to 2");
    }
  }
}
