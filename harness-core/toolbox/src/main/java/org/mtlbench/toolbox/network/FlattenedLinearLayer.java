package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.Parameter;

/**
 * Flattens its input and applies a linear layer: (N, C, H, W) or (N, in) to (N, out).
 *
 * @param linear linear layer whose weight columns are in the order (C, H, W)
 */
record FlattenedLinearLayer(LinearLayer linear) implements Layer {
  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    return x.getShape().dimension() == 4 ? linear.forwardFlat(x, mode) : linear.forward(x, mode);
  }

  @Override
  public List<Parameter> parameters() {
    return linear.parameters();
  }
}
