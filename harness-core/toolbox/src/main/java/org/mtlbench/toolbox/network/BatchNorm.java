package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;

/**
 * Batch normalisation over the channels (Ioffe and Szegedy 2015), momentum 0.9 for the running
 * statistics, eps 1e-5. Training uses the statistics of the batch, evaluation the running ones.
 *
 * @param features number of channels of a spatial input, or width of a flat one
 */
public record BatchNorm(int features) implements LayerSpec {
  @Override
  public String kind() {
    return "norm";
  }

  @Override
  public Shape output(Shape input) {
    if (input.dimension() == 0 || input.get(0) != features) {
      throw new LayerMisfitException(
          this, input, "an input of " + features + " channels or features");
    }
    return input;
  }

  @Override
  public LayerSpec widened(Shape input, int factor) {
    return new BatchNorm(Math.toIntExact(input.get(0)));
  }

  @Override
  public Layer create(LayerContext context) {
    Shape shape = new Shape(features);
    NDManager manager = context.manager();
    return new BatchNormLayer(
        context.parameter("scale", manager.ones(shape), Parameter.Kind.VECTOR),
        context.parameter("shift", manager.zeros(shape), Parameter.Kind.VECTOR),
        context.parameter("mean", manager.zeros(shape), Parameter.Kind.BUFFER),
        context.parameter("variance", manager.ones(shape), Parameter.Kind.BUFFER));
  }
}
