package org.mtlbench.architectures.mlp;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.toolbox.backbone.FlatBackbone;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.Dropout;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;

/** Linear layers with ReLU, for inputs of any shape. */
public final class MlpPlugin implements BackbonePlugin<MlpConfig> {
  private static final String ID = "mlp";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID, "Multi-layer perceptron", "", List.of("inputs of any shape", "flat feature"));
  }

  @Override
  public MlpConfig defaults() {
    return new MlpConfig(List.of(64, 64), 0);
  }

  @Override
  public Backbone of(MlpConfig config, InputSpec spec) {
    Shape input = spec.shape();
    List<List<LayerSpec>> stages = new ArrayList<>();
    int in = Math.toIntExact(input.size());
    for (int out : config.widths()) {
      List<LayerSpec> stage = new ArrayList<>();
      if (stages.isEmpty() && input.dimension() != 1) {
        stage.add(new Flatten());
      }
      stage.add(new Linear(in, out));
      stage.add(Activation.RELU);
      if (config.dropout() > 0) {
        stage.add(new Dropout(config.dropout()));
      }
      stages.add(stage);
      in = out;
    }
    return new FlatBackbone(ID, input, stages);
  }
}
