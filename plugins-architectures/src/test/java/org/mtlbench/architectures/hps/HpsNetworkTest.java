package org.mtlbench.architectures.hps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.task.Target;
import org.mtlbench.architectures.NetworkTestBase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.network.Linear;

class HpsNetworkTest extends NetworkTestBase {
  @Test
  void computesFiniteRawOutputsForEveryTask() {
    Network network = hps(PaperNetworks.CIFAR10_MNIST);
    List<NDArray> outputs =
        network.predict(images(PaperNetworks.CIFAR10_MNIST, 4), ForwardMode.EVALUATION);
    assertThat(outputs).hasSize(2);
    for (NDArray output : outputs) {
      assertThat(output.getShape()).isEqualTo(new Shape(4, 10));
      assertThat(output.abs().max().getFloat()).isBetween(1e-3f, 1e3f);
    }
  }

  @Test
  void setsNamesAndPositionsOfLayers() {
    StagedNetwork network = hps(PaperNetworks.MULTI_MNIST);
    assertThat(names(network.parameters()))
        .containsExactly(
            "trunk.conv1.weight",
            "trunk.conv1.bias",
            "trunk.conv2.weight",
            "trunk.conv2.bias",
            "trunk.linear.weight",
            "trunk.linear.bias",
            "head1.linear.weight",
            "head1.linear.bias",
            "head2.linear.weight",
            "head2.linear.bias");
    assertThat(network.stages()).isEqualTo(3);
    assertThat(network.parameters())
        .filteredOn(p -> p.hasRows() && p.position() == Position.HIDDEN)
        .extracting(Parameter::name)
        .containsExactly("trunk.conv2.weight", "trunk.linear.weight");
  }

  @Test
  void taskLossReachesTrunkAndOwnHeadOnly() {
    NDArray images = images(PaperNetworks.MULTI_MNIST, 4);
    Map<String, Double> gradients =
        gradients(
            hps(PaperNetworks.MULTI_MNIST),
            n -> n.predict(images, ForwardMode.TRAINING).get(1).get(":, 3").sum());
    assertThat(gradients)
        .allSatisfy(
            (name, largest) -> {
              if (name.startsWith("head1")) {
                assertThat(largest).as(name).isZero();
              } else {
                assertThat(largest).as(name).isGreaterThan(1e-6);
              }
            });
  }

  @Test
  void singleTaskNetworkHasSameTrunk() {
    Network both = hps(PaperNetworks.MULTI_MNIST);
    Network single = hps(PaperNetworks.MULTI_MNIST.onlyTasks(1));
    assertThat(single.tasks()).isEqualTo(1);
    assertThat(parameter(single, "trunk.linear.weight").value().toFloatArray())
        .containsExactly(parameter(both, "trunk.linear.weight").value().toFloatArray());
  }

  @Test
  void rejectsHeadsThatDoNotFit() {
    Backbone good = PaperNetworks.MULTI_MNIST.backbone();
    for (int width : new int[] {49, 50}) {
      Backbone bad = new OddHeads(good, new Linear(width, 9));
      assertThatThrownBy(
              () ->
                  new HpsPlugin()
                      .blueprint(new HpsConfig(), bad, PaperNetworks.MULTI_MNIST.facts()))
          .isInstanceOf(InvalidConfigException.class)
          .hasMessageContaining(
              width == 49
                  ? "head of task task1[0]: found Linear[in=49, out=9, bias=true] reading (50),"
                      + " expected a flat input of 49 features"
                  : "head of task task1: found an output of (9), expected (10)");
    }
  }

  private record OddHeads(Backbone other, LayerSpec layer) implements Backbone {
    @Override
    public Shape input() {
      return other.input();
    }

    @Override
    public List<List<LayerSpec>> stages() {
      return other.stages();
    }

    @Override
    public List<LayerSpec> head(Target target) {
      return List.of(layer);
    }
  }
}
