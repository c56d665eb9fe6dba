package org.mtlbench.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.engine.model.Compression;
import org.mtlbench.engine.model.GraphRecorder;
import org.mtlbench.engine.model.ModelCost;
import org.mtlbench.testkit.NetworkCase;

class ModelCostTest {
  @Test
  void countsNeitherBuffersNorConstantsAsParameters() throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      // its normalisations have running statistics
      NetworkCase of = GraphRecorderTest.backbone("resnet", new Shape(3, 32, 32));
      Network network = GraphRecorderTest.network("hps", of, manager);
      NDArray constant = manager.ones(new Shape(1));
      Model shifted =
          new Model() {
            @Override
            public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
              return network.predict(inputs, mode).stream().map(o -> o.add(constant)).toList();
            }

            @Override
            public List<Parameter> parameters() {
              return network.parameters();
            }
          };

      GraphRecorder.Recording model =
          GraphRecorder.record(shifted, List.of(of.backbone().input()), manager);

      assertThat(network.parameters()).anyMatch(parameter -> !parameter.trainable());
      assertThat(model.tensors().values()).anyMatch(tensor -> tensor == constant);
      assertThat(ModelCost.of(model).parameters()).isEqualTo(network.parameterCount());
      assertThat(ModelCost.of(Compression.of(model, manager)).parameters())
          .isEqualTo(network.parameterCount());
    }
  }
}
