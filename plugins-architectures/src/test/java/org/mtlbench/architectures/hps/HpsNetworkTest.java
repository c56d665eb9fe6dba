package org.mtlbench.architectures.hps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Position;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.architectures.NetworkTestBase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.network.Linear;

class HpsNetworkTest extends NetworkTestBase {
  @Test
  void answersEveryTaskWithLogProbabilities() {
    Network network = hps(PaperNetworks.CIFAR10_MNIST);
    List<NDArray> outputs =
        network.predict(images(PaperNetworks.CIFAR10_MNIST, 4), Pass.EVALUATION);
    assertThat(outputs).hasSize(2);
    for (NDArray output : outputs) {
      assertThat(output.getShape()).isEqualTo(new Shape(4, 10));
      assertThat(output.exp().sum(new int[] {1}).sub(1).abs().max().getFloat()).isLessThan(1e-5f);
    }
  }

  @Test
  void hasReadableNamesAndPlacesForItsLayers() {
    Network network = hps(PaperNetworks.MULTI_MNIST);
    assertThat(names(network.weights()))
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
    assertThat(network.weights())
        .filteredOn(w -> w.hasRows() && w.position() == Position.HIDDEN)
        .extracting(Weight::name)
        .containsExactly("trunk.conv2.weight", "trunk.linear.weight");
  }

  @Test
  void aTasksLossReachesTheTrunkAndItsOwnHeadAlone() {
    NDArray images = images(PaperNetworks.MULTI_MNIST, 4);
    Map<String, Double> gradients =
        gradients(
            hps(PaperNetworks.MULTI_MNIST),
            n -> n.predict(images, Pass.TRAINING).get(1).get(":, 3").sum());
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
  void aSingleTaskNetworkHasTheSameTrunk() {
    Network both = hps(PaperNetworks.MULTI_MNIST);
    Network single = hps(PaperNetworks.MULTI_MNIST.onlyTasks(1));
    assertThat(single.tasks()).isEqualTo(1);
    assertThat(weight(single, "trunk.linear.weight").value().toFloatArray())
        .containsExactly(weight(both, "trunk.linear.weight").value().toFloatArray());
  }

  @Test
  void refusesPartsThatDoNotFit() {
    NetworkSpec good = PaperNetworks.MULTI_MNIST;
    NetworkSpec bad =
        new NetworkSpec(
            1, 28, 28, good.trunk(), good.monitor(), List.of(List.of(new Linear(49, 10))));
    assertThatThrownBy(() -> hps(bad))
        .hasMessage(
            "heads[0][0]: found Linear[in=49, out=10] reading (50),"
                + " expected a flat input of 49 features");
  }
}
