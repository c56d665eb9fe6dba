package org.mtlbench.architectures.crossstitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.architectures.DoublePrecision;
import org.mtlbench.architectures.NetworkTestBase;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;

class CrossStitchNetworkTest extends NetworkTestBase {
  private static final CrossStitchConfig PAPER = new CrossStitchPlugin().defaults();

  private Network network(NetworkCase parts, CrossStitchConfig config) {
    return new CrossStitchPlugin().create(config, parts.backbone(), parts.facts(), manager, RANDOM);
  }

  /** y_t = sum_u alpha_tu x_u for each channel, after each of two stages of the trunks. */
  private static List<double[]> outputs(
      DoublePrecision.Parameters parameters, double[] x, int tasks, String layer, int pixels) {
    List<double[]> read = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      read.add(x);
    }
    for (int stage = 1; stage <= 2; stage++) {
      List<double[]> given = new ArrayList<>();
      for (int task = 0; task < tasks; task++) {
        String name = "trunk" + (task + 1) + "." + layer + stage;
        double[] y = DoublePrecision.relu(parameters.pointwise(name, read.get(task), pixels));
        given.add(stage == 2 && pixels > 1 ? DoublePrecision.means(y) : y);
      }
      read.clear();
      for (int task = 0; task < tasks; task++) {
        double[] alphas = parameters.values().get("stitch" + stage + ".task" + (task + 1));
        int columns = alphas.length / tasks;
        int perChannel = stage == 1 ? pixels : 1;
        double[] mixed = new double[given.get(0).length];
        for (int i = 0; i < mixed.length; i++) {
          int channel = columns == 1 ? 0 : i / perChannel;
          for (int other = 0; other < tasks; other++) {
            mixed[i] += alphas[other * columns + channel] * given.get(other)[i];
          }
        }
        read.add(mixed);
      }
    }
    return IntStream.range(0, tasks)
        .mapToObj(task -> parameters.linear("head" + (task + 1) + ".linear", read.get(task)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void outputsAndGradientsMatchDefinition(boolean channelwise) {
    CrossStitchConfig config = new CrossStitchConfig(0.8, 0.4, channelwise);
    NetworkCase vectors = NetworkCase.vectors(3);
    DoublePrecision.check(
        network(vectors, config), vectors, (p, x) -> outputs(p, x, 3, "linear", 1), manager);
    NetworkCase images = DoublePrecision.spatial(2);
    DoublePrecision.check(
        network(images, config),
        images,
        (p, x) -> outputs(p, x, 2, "conv", DoublePrecision.PIXELS),
        manager);
  }

  @Test
  void initialisesUnitsAsInPaper() {
    assertThat(PAPER).isEqualTo(new CrossStitchConfig(0.9, 0.1, true));
    Network two = network(PaperNetworks.MULTI_MNIST, PAPER);
    float[] first = parameter(two, "stitch2.task2").value().toFloatArray();
    assertThat(first).hasSize(2 * 20);
    assertThat(IntStream.range(0, 20)).allSatisfy(i -> assertThat(first[i]).isEqualTo(0.1f));
    assertThat(IntStream.range(20, 40)).allSatisfy(i -> assertThat(first[i]).isEqualTo(0.9f));
    Network four = network(NetworkCase.vectors(4), new CrossStitchConfig(0.7, 0.6, false));
    assertThat(parameter(four, "stitch1.task1").value().toFloatArray())
        .containsExactly(0.7f, 0.2f, 0.2f, 0.2f);
  }

  @Test
  void withoutMixingTasksAreIndependent() {
    NetworkCase parts = NetworkCase.small(3);
    Network network = network(parts, new CrossStitchConfig(1, 0, true));
    NDArray input = parts.inputs(4, manager, RANDOM.stream("inputs"));
    List<NDArray> outputs = network.predict(input, ForwardMode.EVALUATION);
    Network single = network(parts.onlyTasks(0), PAPER);
    assertThat(outputs.get(0).toFloatArray())
        .containsExactly(single.predict(input, ForwardMode.EVALUATION).get(0).toFloatArray());
    assertThat(outputs.get(1).toFloatArray()).isNotEqualTo(outputs.get(0).toFloatArray());
  }

  @Test
  void singleTaskHasNoUnits() {
    Network single = network(PaperNetworks.MULTI_MNIST.onlyTasks(1), PAPER);
    assertThat(single.parameterCount()).isEqualTo(21_840);
    assertThat(names(single.parameters())).noneMatch(name -> name.startsWith("stitch"));
  }

  @Test
  void taskLossReachesAllParametersExceptThoseOfOtherTasks() {
    NetworkCase parts = NetworkCase.vectors(3);
    for (int task = 0; task < 3; task++) {
      int own = task;
      NDArray input = parts.inputs(8, manager, RANDOM.stream("inputs"));
      Function<Network, NDArray> loss =
          n -> n.predict(input, ForwardMode.TRAINING).get(own).square().sum();
      Network network = network(parts, PAPER);
      Map<String, Double> gradients = gradients(network, loss);
      for (Parameter parameter : network.parameters()) {
        boolean reached = parameter.shared() || parameter.role().equals(Role.task(task));
        assertThat(gradients.get(parameter.name()) > 0)
            .as("task " + task + " reaches " + parameter.name())
            .isEqualTo(reached);
      }
    }
  }

  @Test
  void sharesTrunksAndAllUnitsExceptTheLast() {
    Network network = network(NetworkCase.vectors(2), PAPER);
    assertThat(names(network.sharedParameters()))
        .allMatch(name -> name.startsWith("trunk") || name.startsWith("stitch1"))
        .contains("trunk2.linear2.weight", "stitch1.task2");
    assertThat(names(network.taskParameters(1)))
        .containsExactly("stitch2.task2", "head2.linear.weight", "head2.linear.bias");
    assertThat(network.parameters())
        .filteredOn(p -> p.hasRows() && p.position() == Position.INPUT)
        .extracting(Parameter::name)
        .containsExactly("trunk1.linear1.weight", "trunk2.linear1.weight");
  }

  @Test
  void blueprintHasTrunkPerTaskAndNoStages() {
    NetworkCase parts = PaperNetworks.MULTI_MNIST;
    Blueprint blueprint = new CrossStitchPlugin().blueprint(PAPER, parts.backbone(), parts.facts());
    // 24x24 outputs of 25 products in 10 channels, 8x8 of 250 in 20, 320 to 50
    long trunk = 24 * 24 * 25 * 10 + 8 * 8 * 250 * 20 + 320 * 50;
    assertThat(blueprint.shared()).isEqualTo(2 * trunk);
    assertThat(blueprint.multiplyAdds()).isEqualTo(2 * trunk + 2 * 50 * 10);
    assertThat(blueprint.isStaged()).isFalse();
  }

  @Test
  void rejectsInfiniteWeights() {
    assertThatThrownBy(() -> new CrossStitchConfig(Double.NaN, Double.POSITIVE_INFINITY, true))
        .hasMessageContaining("alpha-same: found NaN, expected a finite number")
        .hasMessageContaining("alpha-other: found Infinity");
  }
}
