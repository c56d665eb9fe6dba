package org.mtlbench.api.layer;

import ai.djl.ndarray.types.Shape;

/**
 * A description of one layer without tensors: its output shape, its cost, and how to create it.
 * Implementations are immutable and compare by value, usually as records. The shape of a spatial
 * example is (C, H, W), that of a flat one (F), without the batch axis.
 */
public interface LayerSpec {
  /**
   * The word for the layer in parameter names, for example {@code conv} in {@code
   * trunk.conv1.weight}; empty for a layer without parameters.
   */
  default String kind() {
    return "";
  }

  /** Whether it contains a kernel or a matrix; see {@link LayerContext#position}. */
  default boolean hasRows() {
    return false;
  }

  /**
   * The shape of the output of one example.
   *
   * @throws LayerMisfitException if the layer cannot read the input
   */
  Shape output(Shape input);

  /**
   * Multiply-adds of one example's forward pass; layers that are cheap compared with convolutions
   * and linear layers count as 0.
   *
   * @param input a shape that {@link #output} accepts
   */
  default long multiplyAdds(Shape input) {
    return 0;
  }

  /**
   * The same layer for an input with another number of channels, with {@code factor} times as many
   * output channels; layers without a width are unchanged.
   *
   * @param input input shape of the new layer
   * @param factor at least 1
   */
  default LayerSpec widened(Shape input, int factor) {
    return this;
  }

  /** Creates the layer with new parameters. */
  Layer create(LayerContext context);
}
