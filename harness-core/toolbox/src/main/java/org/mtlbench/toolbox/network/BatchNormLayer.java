package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.norm.BatchNorm;
import java.util.List;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.Parameter;

/**
 * Batch normalisation over axis 1 (Ioffe and Szegedy 2015). In training, inputs are normalised by
 * the batch's mean and biased variance, and the running statistics are updated with a tenth of its
 * mean and unbiased variance; in evaluation, inputs are normalised by the running statistics.
 *
 * @param scale (C)
 * @param shift (C)
 * @param mean running mean, (C)
 * @param variance running variance, (C)
 */
record BatchNormLayer(Parameter scale, Parameter shift, Parameter mean, Parameter variance)
    implements Layer {
  private static final int CHANNEL_AXIS = 1;
  private static final float KEPT_OF_RUNNING = 0.9f;
  private static final float EPSILON = 1e-5f;

  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    return BatchNorm.batchNorm(
            x,
            mean.value(),
            variance.value(),
            scale.value(),
            shift.value(),
            CHANNEL_AXIS,
            KEPT_OF_RUNNING,
            EPSILON,
            mode.training())
        .singletonOrThrow();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(scale, shift, mean, variance);
  }
}
