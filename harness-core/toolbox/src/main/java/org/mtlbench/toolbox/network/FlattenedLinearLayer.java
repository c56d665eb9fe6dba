package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.layer.Layer;

/**
 * A flatten and the linear layer that reads it: (N, C, H, W) or (N, in) to (N, out).
 *
 * @param linear its columns are ordered channel by channel
 */
record FlattenedLinearLayer(LinearLayer linear) implements Layer {
  @Override
  public NDArray forward(NDArray x, Pass pass) {
    return x.getShape().dimension() == 4 ? linear.forwardFlat(x, pass) : linear.forward(x, pass);
  }

  @Override
  public List<Weight> weights() {
    return linear.weights();
  }
}
