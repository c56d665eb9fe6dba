package org.mtlbench.toolbox.network;

import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;

/**
 * A layer that fits its input.
 *
 * @param output what it gives for one example
 * @param multiplyAdds what one example costs
 */
record LayerFit(Dimensions output, long multiplyAdds) {
  /**
   * @param place of the layer, for messages
   * @throws InvalidConfigException if the layer cannot read the input
   */
  static LayerFit at(String place, LayerSpec layer, Dimensions input) {
    if (layer instanceof LayerSpec.Convolution c) {
      return convolution(place, c, input);
    }
    if (layer instanceof LayerSpec.Linear l) {
      return linear(place, l, input);
    }
    if (layer instanceof LayerSpec.MaxPool p) {
      return maxPool(place, p, input);
    }
    if (layer instanceof LayerSpec.BatchNorm b) {
      return batchNorm(place, b, input);
    }
    if (layer instanceof LayerSpec.Flatten) {
      return free(new Dimensions.Flat(input.size()));
    }
    if (layer instanceof LayerSpec.LogSoftmax) {
      check(input instanceof Dimensions.Flat, place, layer, input, "a flat input");
      return free(input);
    }
    if (layer instanceof LayerSpec.Relu || layer instanceof LayerSpec.Sigmoid) {
      return free(input);
    }
    throw new IllegalStateException("nothing is known of the shapes of " + layer);
  }

  private static LayerFit convolution(String place, LayerSpec.Convolution layer, Dimensions input) {
    check(layer.out() >= 1 && layer.kernel() >= 1, place, layer, input, "out and kernel above 0");
    if (!(input instanceof Dimensions.Spatial image) || image.channels() != layer.in()) {
      throw misfit(place, layer, input, "a spatial input of " + layer.in() + " channels");
    }
    int height = image.height() - layer.kernel() + 1;
    int width = image.width() - layer.kernel() + 1;
    check(height >= 1 && width >= 1, place, layer, input, "a kernel no larger than the image");
    long perValue = (long) layer.in() * layer.kernel() * layer.kernel();
    return new LayerFit(
        new Dimensions.Spatial(layer.out(), height, width),
        perValue * layer.out() * height * width);
  }

  private static LayerFit linear(String place, LayerSpec.Linear layer, Dimensions input) {
    check(layer.out() >= 1, place, layer, input, "an output width above 0");
    if (!(input instanceof Dimensions.Flat flat) || flat.width() != layer.in()) {
      throw misfit(place, layer, input, "a flat input of " + layer.in() + " features");
    }
    return new LayerFit(new Dimensions.Flat(layer.out()), (long) layer.in() * layer.out());
  }

  private static LayerFit maxPool(String place, LayerSpec.MaxPool layer, Dimensions input) {
    check(layer.window() >= 1, place, layer, input, "a window above 0");
    if (!(input instanceof Dimensions.Spatial image)) {
      throw misfit(place, layer, input, "a spatial input");
    }
    int height = image.height() / layer.window();
    int width = image.width() / layer.window();
    check(height >= 1 && width >= 1, place, layer, input, "a window no larger than the image");
    return free(new Dimensions.Spatial(image.channels(), height, width));
  }

  private static LayerFit batchNorm(String place, LayerSpec.BatchNorm layer, Dimensions input) {
    int features = input instanceof Dimensions.Spatial image ? image.channels() : input.size();
    check(
        features == layer.features(),
        place,
        layer,
        input,
        "an input of " + layer.features() + " channels or features");
    return free(input);
  }

  private static LayerFit free(Dimensions output) {
    return new LayerFit(output, 0);
  }

  private static void check(
      boolean holds, String place, LayerSpec layer, Dimensions input, String allowed) {
    if (!holds) {
      throw misfit(place, layer, input, allowed);
    }
  }

  private static InvalidConfigException misfit(
      String place, LayerSpec layer, Dimensions input, String allowed) {
    return new InvalidConfigException(place, layer + " reading " + input, allowed);
  }
}
