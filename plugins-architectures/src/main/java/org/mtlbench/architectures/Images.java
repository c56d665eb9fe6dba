package org.mtlbench.architectures;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.config.InvalidConfigException;

/** Checks the inputs of backbones for images. */
public final class Images {
  private Images() {}

  /**
   * The number of channels of an image.
   *
   * @param backbone the backbone's id, for messages
   * @param input the shape of one example
   * @throws InvalidConfigException if it is not (C, H, W)
   */
  public static int channels(String backbone, Shape input) {
    if (input.dimension() != 3) {
      throw new InvalidConfigException(
          "backbone " + backbone, "inputs of shape " + input, "images, (C, H, W)");
    }
    return Math.toIntExact(input.get(0));
  }
}
