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
import org.mtlbench.toolbox.network.Embedding;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;

/** Linear layers with ReLU, for inputs of any shape. Categorical columns are embedded first. */
public final class MlpPlugin implements BackbonePlugin<MlpConfig> {
  private static final String ID = "mlp";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID, "Multi-layer perceptron", "", List.of("inputs of any shape", "flat feature"));
  }

  @Override
  public MlpConfig defaults() {
    return new MlpConfig(List.of(64, 64), 0, 8);
  }

  @Override
  public Backbone of(MlpConfig config, InputSpec spec) {
    Shape input = spec.shape();
    List<List<LayerSpec>> stages = new ArrayList<>();
    List<LayerSpec> stage = new ArrayList<>();
    int in = Math.toIntExact(input.size());
    if (!spec.categories().isEmpty()) {
      Embedding embedding =
          new Embedding(in - spec.categories().size(), spec.categories(), config.embedding());
      stage.add(embedding);
      in = Math.toIntExact(embedding.output(input).get(0));
    } else if (input.dimension() != 1) {
      stage.add(new Flatten());
    }
    for (int out : config.widths()) {
      stage.add(new Linear(in, out));
      stage.add(Activation.RELU);
      if (config.dropout() > 0) {
        stage.add(new Dropout(config.dropout()));
      }
      stages.add(stage);
      stage = new ArrayList<>();
      in = out;
    }
    return new FlatBackbone(ID, input, stages);
  }
}
