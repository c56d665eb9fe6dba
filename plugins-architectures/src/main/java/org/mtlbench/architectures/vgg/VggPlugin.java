package org.mtlbench.architectures.vgg;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.architectures.Images;
import org.mtlbench.toolbox.backbone.FlatBackbone;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.GlobalAveragePool;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

/**
 * The nine-layer network of the multi-task experiments on CelebA (Liu et al. 2023): seven 3x3
 * convolutions of 64, 128, 128, 256, 256, 512 and 512 channels, 2x2 max pooling after the first,
 * third and fifth, global average pooling, and two linear layers of width 512. Each layer is
 * followed by batch normalisation and ReLU; none has a bias.
 *
 * <p>There are five stages: the convolutions of each resolution, including the max pooling after
 * them, and the global average with the linear layers.
 */
public final class VggPlugin implements BackbonePlugin<VggConfig> {
  private static final String ID = "vgg";
  private static final int KERNEL = 3;
  private static final int WINDOW = 2;

  /** Channels of the convolutions of each resolution, as multiples of the width. */
  private static final List<List<Integer>> CHANNELS =
      List.of(List.of(1), List.of(2, 2), List.of(4, 4), List.of(8, 8));

  private static final int LINEAR_LAYERS = 2;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID,
        "VGG",
        "Liu, Feng, Stone and Liu, \"FAMO: Fast Adaptive Multitask Optimization\", NeurIPS 2023",
        List.of("images", "flat feature", "batch normalisation"));
  }

  @Override
  public VggConfig defaults() {
    return new VggConfig(64);
  }

  @Override
  public Backbone of(VggConfig config, InputSpec spec) {
    Shape input = spec.shape();
    int in = Images.channels(ID, input);
    List<List<LayerSpec>> stages = new ArrayList<>();
    for (List<Integer> multiples : CHANNELS) {
      List<LayerSpec> stage = new ArrayList<>();
      for (int multiple : multiples) {
        int out = Math.multiplyExact(config.width(), multiple);
        stage.add(Convolution.same(in, out, KERNEL).withoutBias());
        stage.add(new BatchNorm(out));
        stage.add(Activation.RELU);
        in = out;
      }
      if (stages.size() < CHANNELS.size() - 1) {
        stage.add(new MaxPool(WINDOW));
      }
      stages.add(stage);
    }
    List<LayerSpec> last = new ArrayList<>(List.of(new GlobalAveragePool()));
    for (int i = 0; i < LINEAR_LAYERS; i++) {
      last.add(new Linear(in, in).withoutBias());
      last.add(new BatchNorm(in));
      last.add(Activation.RELU);
    }
    stages.add(last);
    return new FlatBackbone(ID, input, stages);
  }
}
