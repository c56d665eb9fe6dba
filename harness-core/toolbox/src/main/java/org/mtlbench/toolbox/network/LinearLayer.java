package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.Parameter;

/**
 * Fully connected: (N, in) to (N, out).
 *
 * @param matrix (out, in)
 * @param bias (out), or empty
 */
record LinearLayer(Parameter matrix, Optional<Parameter> bias) implements Layer {
  @Override
  public NDArray forward(NDArray x, ForwardMode mode) {
    return product(x, matrix.value(), mode);
  }

  /**
   * Applies the layer to an image, flattened channel by channel as by {@link Flatten}. For a
   * channels-last image, either the image is copied or the matrix, whose columns are then permuted
   * to the image's order; then the gradient is channels-last too, which earlier layers need to be
   * fast. The smaller of the two is copied.
   *
   * @param image (N, C, H, W)
   */
  NDArray forwardFlat(NDArray image, ForwardMode mode) {
    Shape shape = image.getShape();
    long outputs = matrix.value().getShape().get(0);
    if (outputs >= shape.get(0)) {
      return forward(Flatten.flat(image), mode);
    }
    NDArray rows = image.transpose(0, 2, 3, 1).reshape(shape.get(0), -1);
    NDArray columns =
        matrix
            .value()
            .reshape(outputs, shape.get(1), shape.get(2), shape.get(3))
            .transpose(0, 2, 3, 1)
            .reshape(outputs, -1);
    return product(rows, columns, mode);
  }

  private NDArray product(NDArray x, NDArray columns, ForwardMode mode) {
    NDArray constants = bias.map(Parameter::value).orElse(null);
    NDArray y = ai.djl.nn.core.Linear.linear(x, columns, constants).singletonOrThrow();
    mode.probe().accept(matrix, y);
    return y;
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(Stream.of(matrix), bias.stream()).toList();
  }
}
