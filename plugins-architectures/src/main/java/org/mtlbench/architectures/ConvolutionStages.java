package org.mtlbench.architectures;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.toolbox.backbone.FlatBackbone;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.LayerShapes;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

/**
 * Stages with one convolution each, and a last stage with a linear layer: convolution without
 * padding, 2x2 max pooling, optional batch normalisation, ReLU; then flatten, linear layer, ReLU.
 */
public final class ConvolutionStages {
  private static final int WINDOW = 2;

  private ConvolutionStages() {}

  /**
   * Creates the backbone.
   *
   * @param name the plugin's id, for messages
   * @param input shape of one image, (C, H, W)
   * @param channels output channels of each convolution
   * @param kernel side of the kernels
   * @param width width of the feature
   * @throws InvalidConfigException if the input is not an image, or too small
   */
  public static Backbone of(
      String name, Shape input, List<Integer> channels, int kernel, boolean normalised, int width) {
    Images.channels(name, input);
    List<List<LayerSpec>> stages = new ArrayList<>();
    Shape shape = input;
    for (int out : channels) {
      List<LayerSpec> stage = new ArrayList<>();
      stage.add(new Convolution(Math.toIntExact(shape.get(0)), out, kernel));
      stage.add(new MaxPool(WINDOW));
      if (normalised) {
        stage.add(new BatchNorm(out));
      }
      stage.add(Activation.RELU);
      shape = LayerShapes.output("backbone " + name + ", stage " + stages.size(), stage, shape);
      stages.add(stage);
    }
    stages.add(
        List.of(new Flatten(), new Linear(Math.toIntExact(shape.size()), width), Activation.RELU));
    return new FlatBackbone(name, input, stages);
  }
}
