package org.mtlbench.architectures.segnet;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
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
 * SegNet (Badrinarayanan et al. 2017) as Liu, Johns and Davison 2019 use it: an encoder of five
 * blocks of 64, 128, 256, 512 and 512 channels and a decoder that mirrors it, with a feature of the
 * input's height and width. The first two blocks have two 3x3 convolutions with padding, the others
 * three, each with bias, batch normalisation and ReLU. Encoder blocks end with 2x2 max pooling, and
 * decoder blocks begin with upsampling. Heads for dense tasks are a 3x3 and a 1x1 convolution
 * without activation in between.
 *
 * <p>It differs from the original in one point: the decoder upsamples by interpolation instead of
 * unpooling with the encoder's pooling indices, since the input of a stage is only the output of
 * the previous stage.
 *
 * <p>Each block is one stage.
 */
public final class SegnetPlugin implements BackbonePlugin<SegnetConfig> {
  private static final String ID = "segnet";
  private static final int WINDOW = 2;
  private static final int KERNEL = 3;

  /** Channels of the blocks, as multiples of the width, and their convolutions. */
  private static final int[] CHANNELS = {1, 2, 4, 8, 8};

  private static final int[] CONVOLUTIONS = {2, 2, 3, 3, 3};

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID,
        "SegNet",
        "Liu, Johns and Davison, \"End-to-End Multi-Task Learning with Attention\", CVPR 2019",
        List.of("images", "a feature for every pixel", "batch normalisation"));
  }

  @Override
  public SegnetConfig defaults() {
    return new SegnetConfig(64, SegnetConfig.MAX_BLOCKS, Upsampling.Mode.BILINEAR);
  }

  @Override
  public Backbone of(SegnetConfig config, InputSpec spec) {
    Shape input = spec.shape();
    Images.channels(ID, input);
    List<List<LayerSpec>> stages = new ArrayList<>();
    List<Shape> read = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < config.blocks(); i++) {
      List<LayerSpec> stage = block(shape, channels(config, i), CONVOLUTIONS[i]);
      stage.add(new MaxPool(WINDOW));
      read.add(shape);
      shape = LayerShapes.output("backbone " + ID + ", stage " + stages.size(), stage, shape);
      stages.add(stage);
    }
    for (int i = config.blocks() - 1; i >= 0; i--) {
      LayerSpec upsampling =
          new Upsampling(
              Math.toIntExact(read.get(i).get(1)),
              Math.toIntExact(read.get(i).get(2)),
              config.upsampling());
      List<LayerSpec> stage = block(shape, channels(config, Math.max(i - 1, 0)), CONVOLUTIONS[i]);
      stage.add(0, upsampling);
      shape = LayerShapes.output("backbone " + ID + ", stage " + stages.size(), stage, shape);
      stages.add(stage);
    }
    return new Stages(input, Collections.unmodifiableList(stages), config.width());
  }

  private static int channels(SegnetConfig config, int block) {
    return Math.multiplyExact(config.width(), CHANNELS[block]);
  }

  private static List<LayerSpec> block(Shape input, int out, int convolutions) {
    List<LayerSpec> layers = new ArrayList<>();
    int in = Math.toIntExact(input.get(0));
    for (int i = 0; i < convolutions; i++) {
      layers.add(Convolution.same(in, out, KERNEL));
      layers.add(new BatchNorm(out));
      layers.add(Activation.RELU);
      in = out;
    }
    return layers;
  }

  private record Stages(Shape input, List<List<LayerSpec>> stages, int channels)
      implements Backbone {
    @Override
    public List<LayerSpec> head(Target target) {
      return target.dense()
          ? List.of(
              Convolution.same(channels, channels, KERNEL),
              new Convolution(channels, target.outputs(), 1))
          : List.of(new GlobalAveragePool(), new Linear(channels, target.outputs()));
    }
  }
}
