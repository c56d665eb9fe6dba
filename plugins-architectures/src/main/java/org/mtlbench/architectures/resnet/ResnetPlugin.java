package org.mtlbench.architectures.resnet;

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
import org.mtlbench.toolbox.network.PaddedShortcut;
import org.mtlbench.toolbox.network.Residual;

/**
 * The residual networks of He et al. 2016, section 4.2, for images of about 32x32: a 3x3
 * convolution, three stacks of n residual blocks of two 3x3 convolutions, and global average
 * pooling, 6n + 2 layers with the head. The second and third stack begin with stride 2 and double
 * the number of channels; shortcuts have no parameters (option A). Convolutions have no bias, and
 * each is followed by batch normalisation.
 *
 * <p>There are four stages: the first convolution, and the three stacks, the last one including the
 * pooling.
 */
public final class ResnetPlugin implements BackbonePlugin<ResnetConfig> {
  private static final String ID = "resnet";
  private static final int KERNEL = 3;
  private static final int STACKS = 3;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID,
        "ResNet",
        "He, Zhang, Ren and Sun, \"Deep Residual Learning for Image Recognition\", CVPR 2016",
        List.of("images", "flat feature", "batch normalisation"));
  }

  @Override
  public ResnetConfig defaults() {
    return new ResnetConfig(20, 16);
  }

  @Override
  public Backbone of(ResnetConfig config, InputSpec spec) {
    Shape input = spec.shape();
    int channels = Images.channels(ID, input);
    List<List<LayerSpec>> stages = new ArrayList<>();
    List<LayerSpec> first = new ArrayList<>(convolution(channels, config.width(), 1));
    first.add(Activation.RELU);
    stages.add(first);
    int in = config.width();
    for (int stack = 0; stack < STACKS; stack++) {
      int out = Math.multiplyExact(config.width(), 1 << stack);
      List<LayerSpec> stage = new ArrayList<>();
      for (int block = 0; block < config.blocks(); block++) {
        stage.add(block(in, out));
        stage.add(Activation.RELU);
        in = out;
      }
      stages.add(stage);
    }
    stages.get(STACKS).add(new GlobalAveragePool());
    return new FlatBackbone(ID, input, stages);
  }

  private static LayerSpec block(int in, int out) {
    int stride = out / in;
    List<LayerSpec> layers = new ArrayList<>(convolution(in, out, stride));
    layers.add(Activation.RELU);
    layers.addAll(convolution(out, out, 1));
    return new Residual(layers, stride == 1 ? List.of() : List.of(new PaddedShortcut(out, stride)));
  }

  private static List<LayerSpec> convolution(int in, int out, int stride) {
    return List.of(
        new Convolution(in, out, KERNEL, stride, KERNEL / 2).withoutBias(), new BatchNorm(out));
  }
}
