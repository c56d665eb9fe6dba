package org.mtlbench.toolbox.network;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;

/** Shape checks for layers that read (C, H, W). */
final class Spatial {
  private Spatial() {}

  /** Rejects inputs that are not spatial. */
  static void check(LayerSpec layer, Shape input) {
    if (input.dimension() != 3) {
      throw new LayerMisfitException(layer, input, "a spatial input, (C, H, W)");
    }
  }

  /** The output shape of non-overlapping windows; a remainder is dropped. */
  static Shape pooled(LayerSpec layer, Shape input, int window) {
    check(layer, input);
    if (window < 1) {
      throw new LayerMisfitException(layer, input, "a window above 0");
    }
    Shape output = new Shape(input.get(0), input.get(1) / window, input.get(2) / window);
    if (output.size() == 0) {
      throw new LayerMisfitException(layer, input, "a window no larger than the image");
    }
    return output;
  }
}
