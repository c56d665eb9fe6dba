package org.mtlbench.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.architectures.ArchitecturesBundle;
import org.mtlbench.engine.model.MultiplyAdds;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.GradientMode;

class MultiplyAddsTest {
  private static final Contributions PLUGINS = Contributions.of(new ArchitecturesBundle());

  static Stream<Arguments> networks() {
    return Stream.of("hps", "mdmtn")
        .flatMap(
            id ->
                Stream.of(
                    Arguments.of(id, "MultiMNIST", PaperNetworks.MULTI_MNIST),
                    Arguments.of(id, "Cifar10Mnist", PaperNetworks.CIFAR10_MNIST),
                    Arguments.of(id, "vectors", NetworkCase.vectors(3))));
  }

  private static <C extends Record> Blueprint blueprint(
      ArchitecturePlugin<C> plugin, NetworkCase of) {
    return plugin.blueprint(plugin.defaults(), of.backbone(), of.facts());
  }

  private static OptionalLong count(Model model, NetworkCase of, NDManager manager) {
    return MultiplyAdds.of(model, List.of(of.backbone().input()), manager);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("networks")
  void agreesWithBlueprint(String architecture, String name, NetworkCase of) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = GraphRecorderTest.network(architecture, of, manager);

      assertThat(count(network, of, manager))
          .hasValue(blueprint(PLUGINS.architectures().get(architecture), of).multiplyAdds());
    }
  }

  @Test
  void leavesOutWeightsOfZero() {
    NetworkCase of = PaperNetworks.MULTI_MNIST;
    try (NDManager manager = NDManager.newBaseManager();
        GradientMode off = GradientMode.off()) {
      Network network = GraphRecorderTest.network("hps", of, manager);
      long dense = count(network, of, manager).orElseThrow();
      Parameter head =
          network.parameters().stream()
              .filter(parameter -> !parameter.shared() && parameter.hasRows())
              .findFirst()
              .orElseThrow();
      head.value().muli(0);

      assertThat(count(network, of, manager)).hasValue(dense - head.size());
    }
  }

  @Test
  void isUnknownForOperationsThatCannotBeRecorded() {
    Model model =
        new Model() {
          @Override
          public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
            return new NDList(inputs.get(0).cumSum(1));
          }

          @Override
          public List<Parameter> parameters() {
            return List.of();
          }
        };
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThat(MultiplyAdds.of(model, List.of(new Shape(3)), manager)).isEmpty();
    }
  }
}
