package org.mtlbench.architectures.encoderdecoder;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.task.Target;
import org.mtlbench.architectures.Images;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.GlobalAveragePool;
import org.mtlbench.toolbox.network.LayerShapes;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;
import org.mtlbench.toolbox.network.Upsampling;

/**
 * A small encoder-decoder whose feature has the height and width of the input. Each stage has one
 * 3x3 convolution with padding, batch normalisation and ReLU; encoder stages end with 2x2 max
 * pooling, decoder stages start with upsampling.
 */
public final class EncoderDecoderPlugin implements BackbonePlugin<EncoderDecoderConfig> {
  private static final String ID = "encoder-decoder";
  private static final int WINDOW = 2;
  private static final int KERNEL = 3;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID, "Encoder-decoder", "", List.of("images", "a feature for every pixel"));
  }

  @Override
  public EncoderDecoderConfig defaults() {
    return new EncoderDecoderConfig(List.of(16, 32), Upsampling.Mode.BILINEAR);
  }

  @Override
  public Backbone of(EncoderDecoderConfig config, InputSpec spec) {
    Shape input = spec.shape();
    Images.channels(ID, input);
    List<List<LayerSpec>> stages = new ArrayList<>();
    List<Shape> read = new ArrayList<>();
    Shape shape = input;
    for (int out : config.channels()) {
      List<LayerSpec> stage = new ArrayList<>(block(shape, out));
      stage.add(new MaxPool(WINDOW));
      read.add(shape);
      shape = LayerShapes.output("backbone " + ID + ", stage " + stages.size(), stage, shape);
      stages.add(stage);
    }
    for (int i = read.size() - 1; i >= 0; i--) {
      int height = Math.toIntExact(read.get(i).get(1));
      int width = Math.toIntExact(read.get(i).get(2));
      List<LayerSpec> stage = new ArrayList<>();
      stage.add(new Upsampling(height, width, config.upsampling()));
      stage.addAll(block(shape, config.channels().get(Math.max(i - 1, 0))));
      shape = LayerShapes.output("backbone " + ID + ", stage " + stages.size(), stage, shape);
      stages.add(stage);
    }
    return new Stages(input, stages, Math.toIntExact(shape.get(0)));
  }

  private static List<LayerSpec> block(Shape input, int out) {
    return List.of(
        Convolution.same(Math.toIntExact(input.get(0)), out, KERNEL),
        new BatchNorm(out),
        Activation.RELU);
  }

  private record Stages(Shape input, List<List<LayerSpec>> stages, int channels)
      implements Backbone {
    @Override
    public List<LayerSpec> head(Target target) {
      return target.dense()
          ? List.of(new Convolution(channels, target.outputs(), 1))
          : List.of(new GlobalAveragePool(), new Linear(channels, target.outputs()));
    }
  }
}
