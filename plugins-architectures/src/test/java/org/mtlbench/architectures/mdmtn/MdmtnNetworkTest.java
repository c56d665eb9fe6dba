package org.mtlbench.architectures.mdmtn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.task.Task;
import org.mtlbench.architectures.NetworkTestBase;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.task.Tasks;
import org.mtlbench.toolbox.training.ScalarMeasures;

class MdmtnNetworkTest extends NetworkTestBase {
  private static final NetworkCase PARTS = PaperNetworks.CIFAR10_MNIST;

  private static NDArray losses(Network network, NDArray images) {
    List<NDArray> outputs = network.predict(images, ForwardMode.TRAINING);
    return outputs.get(0).get(":, 3").sum().add(outputs.get(1).get(":, 7").sum());
  }

  @Test
  void startsAsHardParameterSharing() {
    NDArray images = images(PARTS, 4);
    List<NDArray> shared = hps(PARTS).predict(images, ForwardMode.EVALUATION);
    List<NDArray> monitored = mdmtn(PARTS, 1, 0).predict(images, ForwardMode.EVALUATION);
    for (int task = 0; task < 2; task++) {
      assertThat(monitored.get(task).toFloatArray())
          .containsExactly(shared.get(task).toFloatArray());
    }
  }

  @Test
  void mixesTrunkAndMonitor() {
    NDArray images = images(PARTS, 4);
    StagedNetwork network = mdmtn(PARTS, 0.5, -2);
    StagedNetwork trunkOnly = mdmtn(PARTS, 1, 0);
    StagedNetwork monitorOnly = mdmtn(PARTS, 0, 1);
    NDArray shared = network.trunk(images, ForwardMode.EVALUATION);
    for (int task = 0; task < 2; task++) {
      NDArray expected =
          trunkOnly
              .fuse(task, shared, images, ForwardMode.EVALUATION)
              .mul(0.5)
              .sub(monitorOnly.fuse(task, shared, images, ForwardMode.EVALUATION).mul(2));
      NDArray fused = network.fuse(task, shared, images, ForwardMode.EVALUATION);
      assertThat(fused.sub(expected).abs().max().getFloat()).isLessThan(1e-6f);
      assertThat(expected.abs().max().getFloat()).isGreaterThan(0.01f);
    }
  }

  /** The image is read by trunk and monitors together in a prediction, and apart part by part. */
  @ParameterizedTest
  @MethodSource("papersParts")
  void predictionMatchesItsParts(NetworkCase parts) {
    NDArray images = images(parts, 70);
    StagedNetwork network = mdmtn(parts, 0.5, -2);
    Map<String, Double> together =
        gradients(network, each -> loss(each.predict(images, ForwardMode.TRAINING)));
    Backward.clear(network.parameters());
    Map<String, Double> apart = gradients(network, each -> loss(byParts(network, images)));
    apart.forEach(
        (name, gradient) ->
            assertThat(together.get(name))
                .as("largest gradient of " + name)
                .isCloseTo(gradient, within(1e-4 * Math.max(1, gradient))));

    List<NDArray> predicted = network.predict(images, ForwardMode.TRAINING);
    List<NDArray> expected = byParts(network, images);
    for (int task = 0; task < 2; task++) {
      NDArray difference = predicted.get(task).sub(expected.get(task)).abs().max();
      assertThat(difference.getFloat()).as("task " + task).isLessThan(1e-4f);
    }
  }

  private static Stream<NetworkCase> papersParts() {
    return Stream.of(PaperNetworks.MULTI_MNIST, PaperNetworks.CIFAR10_MNIST);
  }

  private static List<NDArray> byParts(StagedNetwork network, NDArray images) {
    NDArray shared = network.trunk(images, ForwardMode.TRAINING);
    return IntStream.range(0, 2)
        .mapToObj(
            task ->
                network.head(
                    task,
                    network.fuse(task, shared, images, ForwardMode.TRAINING),
                    ForwardMode.TRAINING))
        .toList();
  }

  private static NDArray loss(List<NDArray> outputs) {
    return outputs.get(0).get(":, 3").sum().add(outputs.get(1).get(":, 7").sum());
  }

  @Test
  void monitorsAndMixingWeightsAreTaskSpecific() {
    StagedNetwork network = mdmtn(PaperNetworks.MULTI_MNIST, 1, 0);
    assertThat(names(network.taskParameters(1)))
        .containsExactly(
            "monitor2.conv.weight",
            "monitor2.conv.bias",
            "monitor2.linear.weight",
            "monitor2.linear.bias",
            "fusion2.alpha1",
            "fusion2.alpha2",
            "head2.linear.weight",
            "head2.linear.bias");
    Parameter alpha = parameter(network, "fusion2.alpha1");
    assertThat(alpha.kind()).isEqualTo(Parameter.Kind.SCALAR);
    assertThat(alpha.role()).isEqualTo(Role.task(1));
    assertThat(alpha.size()).isEqualTo(1);
    assertThat(alpha.value().getFloat()).isEqualTo(1);
    assertThat(parameter(network, "fusion2.alpha2").value().getFloat()).isEqualTo(0);
    assertThat(network.parameters())
        .filteredOn(p -> p.hasRows() && p.position() == Position.HIDDEN)
        .extracting(Parameter::name)
        .containsExactly(
            "trunk.conv2.weight",
            "trunk.linear.weight",
            "monitor1.linear.weight",
            "monitor2.linear.weight");
  }

  @Test
  void reportsMixingWeightsByTask() {
    List<Task> tasks = List.of(Tasks.classification("left", 10), Tasks.classification("right", 10));
    assertThat(ScalarMeasures.of(mdmtn(PaperNetworks.MULTI_MNIST, 0.75, -0.5), tasks))
        .containsExactly(
            entry("alpha1.left", 0.75),
            entry("alpha2.left", -0.5),
            entry("alpha1.right", 0.75),
            entry("alpha2.right", -0.5));
  }

  @Test
  void monitorsHaveNoGradientInitially() {
    NDArray images = images(PaperNetworks.MULTI_MNIST, 4);
    Map<String, Double> gradients =
        gradients(mdmtn(PaperNetworks.MULTI_MNIST, 1, 0), n -> losses(n, images));
    assertThat(gradients)
        .allSatisfy(
            (name, largest) -> {
              if (name.startsWith("monitor")) {
                assertThat(largest).as(name).isZero();
              } else {
                assertThat(largest).as(name).isGreaterThan(1e-6);
              }
            });
  }

  @Test
  void gradientsReachEverythingAfterFirstStep() {
    NDArray images = images(PaperNetworks.MULTI_MNIST, 4);
    Map<String, Double> gradients =
        gradients(mdmtn(PaperNetworks.MULTI_MNIST, 1, 0.1), n -> losses(n, images));
    assertThat(gradients)
        .allSatisfy((name, largest) -> assertThat(largest).as(name).isGreaterThan(1e-6));
  }

  @Test
  void taskLossDoesNotReachOtherTasks() {
    NDArray images = images(PARTS, 4);
    Map<String, Double> gradients =
        gradients(
            mdmtn(PARTS, 1, 0.1),
            n -> n.predict(images, ForwardMode.TRAINING).get(0).get(":, 3").sum());
    assertThat(gradients)
        .allSatisfy(
            (name, largest) -> {
              if (name.startsWith("monitor2") || name.startsWith("fusion2")) {
                assertThat(largest).as(name).isZero();
              }
            });
  }

  @Test
  void forwardPassInScopeDoesNotLeak() {
    StagedNetwork network = mdmtn(PARTS, 1, 0.1);
    NDArray images = images(PARTS, 2);
    int before = manager.getManagedArrays().size();
    try (NDScope scope = new NDScope()) {
      assertThat(network.predict(images, ForwardMode.TRAINING)).hasSize(2);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void usesPaperMixingWeightsAndRejectsInfiniteOnes() {
    assertThat(new MdmtnPlugin().defaults()).isEqualTo(new MdmtnConfig(1, 0));
    assertThatThrownBy(() -> new MdmtnConfig(Double.NaN, Double.POSITIVE_INFINITY))
        .hasMessageContaining("alpha-trunk: found NaN, expected a finite number")
        .hasMessageContaining("alpha-monitor: found Infinity");
  }
}
