package org.mtlbench.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.architectures.ArchitecturesBundle;
import org.mtlbench.engine.model.GraphRecorder;
import org.mtlbench.engine.model.Operation;
import org.mtlbench.engine.model.ScriptedModel;
import org.mtlbench.engine.model.TorchScriptArchive;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.task.Tasks;

class GraphRecorderTest {
  private static final Contributions PLUGINS = Contributions.of(new ArchitecturesBundle());

  static Stream<Arguments> networks() {
    Map<String, NetworkCase> cases =
        Map.of(
            "MultiMNIST",
            PaperNetworks.MULTI_MNIST,
            "Cifar10Mnist",
            PaperNetworks.CIFAR10_MNIST,
            "vectors",
            NetworkCase.vectors(3),
            "maps",
            NetworkCase.maps(2));
    Stream<Arguments> architectures =
        PLUGINS.architectures().keySet().stream()
            .flatMap(
                id ->
                    cases.entrySet().stream().map(c -> Arguments.of(id, c.getKey(), c.getValue())));
    Stream<Arguments> backbones =
        Map.of(
                "lenet", new Shape(1, 28, 28),
                "conv", new Shape(3, 32, 32),
                "resnet", new Shape(3, 32, 32),
                "vgg", new Shape(3, 32, 32),
                "segnet", new Shape(3, 32, 32),
                "mlp", new Shape(8))
            .entrySet()
            .stream()
            .map(b -> Arguments.of("hps", b.getKey(), backbone(b.getKey(), b.getValue())));
    return Stream.concat(architectures, backbones);
  }

  static NetworkCase backbone(String id, Shape input) {
    Backbone backbone = of(PLUGINS.backbones().get(id), input);
    return NetworkCase.of(
        backbone,
        id.equals("segnet")
            ? List.of(Tasks.segmentation("one", 4), Tasks.segmentation("two", 3))
            : List.of(Tasks.classification("one", 4), Tasks.classification("two", 3)));
  }

  private static <C extends Record> Backbone of(BackbonePlugin<C> plugin, Shape input) {
    return plugin.of(plugin.defaults(), new InputSpec(input, List.of()));
  }

  static Network network(String architecture, NetworkCase of, NDManager manager) {
    return network(PLUGINS.architectures().get(architecture), of, manager);
  }

  private static <C extends Record> Network network(
      ArchitecturePlugin<C> plugin, NetworkCase of, NDManager manager) {
    return plugin.create(plugin.defaults(), of.backbone(), of.facts(), manager, new Randomness(3));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("networks")
  void theArchivePredictsWhatTheNetworkPredicts(String architecture, String name, NetworkCase of)
      throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = network(architecture, of, manager);
      disturb(network.parameters());
      GraphRecorder.Recording recording =
          GraphRecorder.record(network, List.of(of.backbone().input()), manager);

      NDArray x = manager.randomNormal(new Shape(5).addAll(of.backbone().input()));
      List<NDArray> expected = network.predict(x, ForwardMode.EVALUATION);
      List<NDArray> found = loaded(recording, manager).predict(x, ForwardMode.EVALUATION);

      assertThat(found).hasSameSizeAs(expected);
      for (int task = 0; task < found.size(); task++) {
        assertThat(found.get(task).getShape()).isEqualTo(expected.get(task).getShape());
        assertThat(found.get(task).sub(expected.get(task)).abs().max().getFloat())
            .isLessThan(1e-4f * (1 + expected.get(task).abs().max().getFloat()));
      }
    }
  }

  /** Running statistics and biases that are not 0 or 1, so that their use is seen. */
  static void disturb(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.value().getShape().dimension() == 1) {
        NDArray noise =
            parameter.value().getManager().randomUniform(0.1f, 0.6f, parameter.value().getShape());
        try (var off = GradientMode.off()) {
          parameter.value().addi(noise);
        }
      }
    }
  }

  private static Model loaded(GraphRecorder.Recording recording, NDManager manager)
      throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    TorchScriptArchive.write(recording.graph(), recording.tensors(), archive);
    return ScriptedModel.load(
        new ByteArrayInputStream(archive.toByteArray()), recording.graph().inputs(), manager);
  }

  @Test
  void whatTasksShareIsRecordedOnceAndWeightsKeepTheirNames() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NetworkCase of = PaperNetworks.MULTI_MNIST;
      Network network = network("mdmtn", of, manager);
      GraphRecorder.Recording recording =
          GraphRecorder.record(network, List.of(of.backbone().input()), manager);

      List<String> convolutions = new ArrayList<>();
      recording
          .graph()
          .nodes()
          .forEach(
              node -> {
                if (node.operation() instanceof Operation.Convolution convolution) {
                  convolutions.add(convolution.weight());
                }
              });
      assertThat(convolutions)
          .containsExactlyInAnyOrder(
              "trunk.conv1.weight",
              "trunk.conv2.weight",
              "monitor1.conv.weight",
              "monitor2.conv.weight");
      assertThat(recording.tensors().keySet())
          .isSubsetOf(network.parameters().stream().map(Parameter::name).toList());
    }
  }

  @Test
  void anOperationThatCannotBeRecordedIsNamed() {
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
      assertThatThrownBy(() -> GraphRecorder.record(model, List.of(new Shape(3)), manager))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("NDArray.cumSum");
    }
  }
}
