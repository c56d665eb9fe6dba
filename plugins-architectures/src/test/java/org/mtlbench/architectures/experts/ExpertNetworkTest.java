package org.mtlbench.architectures.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.architectures.DoublePrecision;
import org.mtlbench.architectures.NetworkTestBase;
import org.mtlbench.architectures.cgc.CgcConfig;
import org.mtlbench.architectures.mmoe.MmoeConfig;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;

class ExpertNetworkTest extends NetworkTestBase {
  private static final int TASKS = 3;

  private Network network(NetworkCase parts, Experts experts) {
    return experts.create(parts.backbone(), parts.facts(), manager, RANDOM);
  }

  /** The definition for two stages, in one or two levels. */
  private record Reference(Experts experts, String layer, int pixels)
      implements DoublePrecision.Definition {
    @Override
    public List<double[]> outputs(DoublePrecision.Parameters parameters, double[] x) {
      List<double[]> read = new ArrayList<>();
      for (int i = 0; i <= TASKS; i++) {
        read.add(x);
      }
      for (int level = 1; level <= experts.levels(); level++) {
        read = next(parameters, read, level);
      }
      List<double[]> outputs = new ArrayList<>();
      for (int task = 0; task < TASKS; task++) {
        outputs.add(parameters.linear("head" + (task + 1) + ".linear", read.get(task)));
      }
      return outputs;
    }

    /** The inputs of the next level: one per task, and the input of the shared experts last. */
    private List<double[]> next(
        DoublePrecision.Parameters parameters, List<double[]> read, int level) {
      String prefix = experts.levels() == 1 ? "" : "level" + level + "-";
      List<double[]> shared = new ArrayList<>();
      for (int i = 1; i <= experts.shared(); i++) {
        shared.add(expert(parameters, prefix + "expert" + i, read.get(TASKS), level));
      }
      List<double[]> all = new ArrayList<>(shared);
      List<double[]> next = new ArrayList<>();
      for (int task = 0; task < TASKS; task++) {
        List<double[]> chosen = new ArrayList<>(shared);
        for (int i = 1; i <= experts.own(); i++) {
          String name = prefix + "task" + (task + 1) + "-expert" + i;
          chosen.add(expert(parameters, name, read.get(task), level));
        }
        all.addAll(chosen.subList(shared.size(), chosen.size()));
        next.add(gated(parameters, prefix + "gate" + (task + 1), read.get(task), chosen, level));
      }
      if (level < experts.levels()) {
        next.add(gated(parameters, prefix + "shared-gate", read.get(TASKS), all, level));
      }
      return next;
    }

    private double[] expert(
        DoublePrecision.Parameters parameters, String name, double[] x, int level) {
      if (experts.levels() == 1) {
        return stage(
            parameters, name + "." + layer + 2, stage(parameters, name + "." + layer + 1, x, 1), 2);
      }
      return stage(parameters, name + "." + layer, x, level);
    }

    private double[] stage(
        DoublePrecision.Parameters parameters, String name, double[] x, int stage) {
      double[] y = DoublePrecision.relu(parameters.pointwise(name, x, pixels));
      return stage == 2 && pixels > 1 ? DoublePrecision.means(y) : y;
    }

    private double[] gated(
        DoublePrecision.Parameters parameters,
        String name,
        double[] x,
        List<double[]> chosen,
        int level) {
      boolean averaged = level > 1 && pixels > 1;
      return parameters.gated(name, averaged ? DoublePrecision.means(x) : x, chosen);
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 0, 1", "1, 1, 1", "2, 3, 1", "1, 1, 2", "2, 2, 2"})
  void outputsAndGradientsMatchDefinition(int shared, int own, int levels) {
    Experts experts = new Experts(shared, own, levels);
    NetworkCase vectors = NetworkCase.vectors(TASKS);
    DoublePrecision.check(
        network(vectors, experts), vectors, new Reference(experts, "linear", 1), manager);
    NetworkCase images = DoublePrecision.spatial(TASKS);
    DoublePrecision.check(
        network(images, experts),
        images,
        new Reference(experts, "conv", DoublePrecision.PIXELS),
        manager);
  }

  @ParameterizedTest
  @CsvSource({"2, 0, 1", "1, 1, 1", "1, 2, 2", "1, 1, 3"})
  void parametersReachedByAllTasksAreShared(int shared, int own, int levels) {
    NetworkCase parts = PaperNetworks.MULTI_MNIST;
    NDArray input = images(parts, 8);
    for (int task = 0; task < 2; task++) {
      int served = task;
      Network network = network(parts, new Experts(shared, own, levels));
      Map<String, Double> gradients =
          gradients(
              network, n -> n.predict(input, ForwardMode.TRAINING).get(served).square().sum());
      for (Parameter parameter : network.parameters()) {
        boolean reached = parameter.shared() || parameter.role().equals(Role.task(task));
        assertThat(gradients.get(parameter.name()) > 0)
            .as("task " + task + " reaches " + parameter.name())
            .isEqualTo(reached);
      }
    }
  }

  @Test
  void setsNamesAndPositionsOfLayers() {
    Network network = network(PaperNetworks.MULTI_MNIST, new Experts(1, 1, 1));
    assertThat(network.parameters())
        .filteredOn(Parameter::hasRows)
        .extracting(Parameter::name)
        .containsExactly(
            "expert1.conv1.weight",
            "expert1.conv2.weight",
            "expert1.linear.weight",
            "task1-expert1.conv1.weight",
            "task1-expert1.conv2.weight",
            "task1-expert1.linear.weight",
            "task2-expert1.conv1.weight",
            "task2-expert1.conv2.weight",
            "task2-expert1.linear.weight",
            "gate1.linear.weight",
            "gate2.linear.weight",
            "head1.linear.weight",
            "head2.linear.weight");
    assertThat(network.parameters())
        .filteredOn(p -> p.hasRows() && p.position() == Position.INPUT)
        .extracting(Parameter::name)
        .containsExactly(
            "expert1.conv1.weight",
            "task1-expert1.conv1.weight",
            "task2-expert1.conv1.weight",
            "gate1.linear.weight",
            "gate2.linear.weight");
  }

  @Test
  void dividesStagesAmongLevels() {
    Network network = network(PaperNetworks.MULTI_MNIST, new Experts(1, 1, 2));
    assertThat(names(network.parameters()))
        .contains(
            "level1-expert1.conv2.weight",
            "level1-shared-gate.linear.weight",
            "level2-task2-expert1.linear.weight",
            "level2-gate2.linear.bias")
        .doesNotContain("level2-shared-gate.linear.weight", "level2-expert1.conv.weight");
    assertThat(parameter(network, "level2-gate1.linear.weight").value().getShape().get(1))
        .isEqualTo(20);
  }

  @Test
  void rejectsMoreLevelsThanStages() {
    NetworkCase parts = PaperNetworks.MULTI_MNIST;
    assertThatThrownBy(() -> new Experts(1, 1, 4).blueprint(parts.backbone(), parts.facts()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage("levels: found 4, expected at most 3, the backbone's stages");
  }

  @Test
  void blueprintCountsSharedAndTaskSpecificCosts() {
    NetworkCase parts = PaperNetworks.MULTI_MNIST;
    long convolutions = 24 * 24 * 25 * 10 + 8 * 8 * 250 * 20;
    long linear = 320 * 50;
    Blueprint one = new Experts(2, 3, 1).blueprint(parts.backbone(), parts.facts());
    assertThat(one.shared()).isEqualTo(2 * (convolutions + linear));
    assertThat(one.features().get(0).multiplyAdds())
        .isEqualTo(3 * (convolutions + linear) + 784 * 5);
    Blueprint two = new Experts(2, 3, 2).blueprint(parts.backbone(), parts.facts());
    assertThat(two.shared()).isEqualTo(8 * convolutions + 784 * 8 + 2 * linear);
    assertThat(two.features().get(1).multiplyAdds()).isEqualTo(784 * 5 + 3 * linear + 20 * 5);
    assertThat(two.isStaged()).isFalse();
  }

  @Test
  void rejectsValuesOutOfRange() {
    assertThatThrownBy(() -> new MmoeConfig(0)).hasMessage("experts: found 0, expected 1 to 1000");
    assertThatThrownBy(() -> new CgcConfig(0, 1001, 0))
        .hasMessageContaining("shared-experts: found 0, expected 1 to 1000")
        .hasMessageContaining("task-experts: found 1001")
        .hasMessageContaining("levels: found 0, expected at least 1");
  }
}
