package org.mtlbench.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.engine.model.Compression;
import org.mtlbench.engine.model.GraphRecorder;
import org.mtlbench.engine.model.ScriptedModel;
import org.mtlbench.engine.model.TorchScriptArchive;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.GradientMode;

class CompressionTest {
  static Stream<Arguments> networks() {
    return GraphRecorderTest.networks();
  }

  /** Half of the rows are 0, and a quarter are equal to an earlier row of the same layer. */
  private static void prune(List<Parameter> parameters) {
    Random random = new Random(5);
    for (Parameter parameter : parameters) {
      if (!parameter.hasRows() || parameter.rowCount() < 2) {
        continue;
      }
      try (GradientMode off = GradientMode.off()) {
        NDArray rows = parameter.rows().duplicate();
        for (int row = 1; row < parameter.rowCount(); row++) {
          int kind = random.nextInt(4);
          NDIndex at = new NDIndex(row);
          if (kind < 2) {
            rows.set(at, 0f);
          } else if (kind == 2) {
            rows.set(at, rows.get(random.nextInt(row)).duplicate());
          }
        }
        parameter.fromRows(rows).duplicate().copyTo(parameter.value());
      }
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("networks")
  void theCompressedModelPredictsTheSameAndIsSmaller(
      String architecture, String name, NetworkCase of) throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = GraphRecorderTest.network(architecture, of, manager);
      GraphRecorderTest.disturb(network.parameters());
      prune(network.parameters());

      checkCompression(network, of, manager);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"trunk.conv2.weight", "trunk.linear.weight", "head1.linear.weight"})
  void aLayerOfOnlyZeroRowsPredictsTheSame(String layer) throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      NetworkCase of = PaperNetworks.MULTI_MNIST;
      Network network = GraphRecorderTest.network("hps", of, manager);
      GraphRecorderTest.disturb(network.parameters());
      Parameter zero =
          network.parameters().stream()
              .filter(parameter -> parameter.name().equals(layer))
              .findFirst()
              .orElseThrow();
      try (GradientMode off = GradientMode.off()) {
        zero.value().muli(0);
      }

      GraphRecorder.Recording small = checkCompression(network, of, manager);

      assertThat(small.tensors().get(layer).getShape().get(1)).as("rows").isEqualTo(1);
    }
  }

  /** Checks that the compressed model is smaller and predicts the same, and returns it. */
  private static GraphRecorder.Recording checkCompression(
      Network network, NetworkCase of, NDManager manager) throws IOException {
    Shape input = of.backbone().input();
    GraphRecorder.Recording dense = GraphRecorder.record(network, List.of(input), manager);

    GraphRecorder.Recording small = Compression.of(dense, manager);

    NDArray x = manager.randomNormal(new Shape(7).addAll(input));
    List<NDArray> expected = network.predict(x, ForwardMode.EVALUATION);
    List<NDArray> found = loaded(small, manager).predict(x, ForwardMode.EVALUATION);
    for (int task = 0; task < expected.size(); task++) {
      assertThat(found.get(task).getShape()).isEqualTo(expected.get(task).getShape());
      assertThat(found.get(task).sub(expected.get(task)).abs().max().getFloat())
          .isLessThan(1e-4f * (1 + expected.get(task).abs().max().getFloat()));
    }
    assertThat(size(small)).as("numbers").isLessThan(size(dense));
    return small;
  }

  @Test
  void anUnprunedModelStaysAsItIs() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NetworkCase of = PaperNetworks.CIFAR10_MNIST;
      Network network = GraphRecorderTest.network("mdmtn", of, manager);
      GraphRecorder.Recording dense =
          GraphRecorder.record(network, List.of(of.backbone().input()), manager);

      GraphRecorder.Recording same = Compression.of(dense, manager);

      assertThat(size(same)).isEqualTo(size(dense));
      assertThat(same.graph().nodes()).hasSameSizeAs(dense.graph().nodes());
    }
  }

  /** The number of weights. */
  private static long size(GraphRecorder.Recording recording) {
    return recording.tensors().values().stream()
        .filter(tensor -> tensor.getDataType() == DataType.FLOAT32)
        .mapToLong(NDArray::size)
        .sum();
  }

  private static ScriptedModel loaded(GraphRecorder.Recording recording, NDManager manager)
      throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    TorchScriptArchive.write(recording.graph(), recording.tensors(), archive);
    return ScriptedModel.load(
        new ByteArrayInputStream(archive.toByteArray()), recording.graph().inputs(), manager);
  }
}
