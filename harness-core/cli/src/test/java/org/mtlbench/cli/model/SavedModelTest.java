package org.mtlbench.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.engine.model.ModelGraph;
import org.mtlbench.engine.model.Operation;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.model.ScriptedModel;
import org.mtlbench.engine.model.TorchScriptArchive;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.GradientMode;

class SavedModelTest {
  @TempDir Path folder;

  private static CellSpec cell() {
    PluginChoice any = new PluginChoice("any", JsonNodeFactory.instance.objectNode().put("a", 1));
    return new CellSpec("0123456789abcdef", "A label", any, any, any, 3, 0.5);
  }

  @Test
  void aSavedModelHasItsConfigurationMasksClustersAndPredictions() throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      NetworkCase of = PaperNetworks.MULTI_MNIST;
      Shape input = of.backbone().input();
      Network network = GraphRecorderTest.network("mdmtn", of, manager);
      Parameter second =
          network.parameters().stream()
              .filter(p -> p.name().equals("trunk.conv2.weight"))
              .findFirst()
              .orElseThrow();
      try (GradientMode off = GradientMode.off()) {
        NDArray rows = second.rows().duplicate();
        rows.set(new NDIndex(4), 0f);
        rows.set(new NDIndex(7), rows.get(2).duplicate());
        second.fromRows(rows).duplicate().copyTo(second.value());
      }

      SavedModel.write(folder, cell(), List.of("left", "right"), List.of(input), network);

      Path file = folder.resolve("0123456789abcdef.safetensors");
      SavedModel saved = SavedModel.read(file);
      assertThat(saved.cell()).isEqualTo(cell());
      assertThat(saved.tasks()).containsExactly("left", "right");
      assertThat(saved.inputs()).containsExactly(List.of(1L, 28L, 28L));
      SavedModel.Layer layer =
          saved.layers().stream()
              .filter(l -> l.name().equals("trunk.conv2.weight"))
              .findFirst()
              .orElseThrow();
      assertThat(layer.zeroRows()).containsExactly(4);
      assertThat(layer.clusters()).containsExactly(List.of(2, 7));
      assertThat(layer.task()).isEmpty();
      Map<String, NDArray> tensors = SavedModel.tensors(file, manager);
      ByteArrayOutputStream archive = new ByteArrayOutputStream();
      TorchScriptArchive.write(saved.graph().orElseThrow(), tensors, archive);
      NDArray x = manager.randomNormal(new Shape(3).addAll(input));
      List<NDArray> found =
          ScriptedModel.load(new ByteArrayInputStream(archive.toByteArray()), 1, manager)
              .predict(x, ForwardMode.EVALUATION);
      List<NDArray> expected = network.predict(x, ForwardMode.EVALUATION);
      assertThat(found.get(1).sub(expected.get(1)).abs().max().getFloat()).isLessThan(1e-5f);
    }
  }

  @Test
  void tensorsWhoseNamesAreEqualInAnArchiveAreNamed() {
    ModelGraph graph =
        new ModelGraph(
            List.of(
                new ModelGraph.Node(new Operation.Tensor("a.b"), List.of(), List.of(1L)),
                new ModelGraph.Node(new Operation.Tensor("a_b"), List.of(), List.of(1L))),
            List.of(0, 1));
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> tensors =
          Map.of("a.b", manager.ones(new Shape(1)), "a_b", manager.zeros(new Shape(1)));

      assertThatThrownBy(
              () -> TorchScriptArchive.write(graph, tensors, new ByteArrayOutputStream()))
          .isInstanceOf(HarnessException.class)
          .hasMessageContaining("tensors a.b and a_b to one archive");
    }
  }

  @Test
  void aFileThatIsNoModelIsNamed() throws IOException {
    Path none = folder.resolve("none.safetensors");
    assertThatThrownBy(() -> SavedModel.read(none))
        .isInstanceOf(HarnessException.class)
        .hasMessageContaining("none.json: found no file, expected the description");
    for (String content :
        List.of(
            "",
            "null",
            "{}",
            "{\"schema\": 1,",
            "{\"schema\": 2, \"id\": \"0123456789abcdef\", \"label\": \"a cell\"}",
            "{\"schema\": 1, \"layers\": []}",
            "{\"schema\": 1, \"layers\": [null]}")) {
      Path other = Files.writeString(folder.resolve("other.json"), content);
      assertThatThrownBy(() -> SavedModel.read(other))
          .as(content)
          .isInstanceOf(HarnessException.class)
          .hasMessage(
              other + ": not the description of a saved model, expected DIR/models/CELL.json");
    }
    Path later = Files.writeString(folder.resolve("later.json"), "{\"schema\": 9, \"layers\": []}");
    assertThatThrownBy(() -> SavedModel.read(later))
        .isInstanceOf(HarnessException.class)
        .hasMessage(later + ": found schema 9, expected 1");
  }
}
