package org.mtlbench.api.layer;

import ai.djl.ndarray.types.Shape;

/**
 * Describes one layer of a network without any tensor: what it makes of an example's shape, what it
 * costs, and how it is created. Implementations are immutable and compare by value, usually as
 * records. The shape of a spatial example is (C, H, W), that of a flat one (F); the batch axis is
 * left out.
 */
public interface LayerSpec {
  /**
   * Word for the layer in the names of its tensors, for example {@code conv} in {@code
   * trunk.conv1.weight}; empty for a layer without tensors.
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
   * Multiply-adds of one example's forward pass; layers that cost little beside convolutions and
   * linear layers count as 0.
   *
   * @param input a shape that {@link #output} accepts
   */
  default long multiplyAdds(Shape input) {
    return 0;
  }

  /**
   * The same layer for an input of another number of channels, and with {@code factor} times as
   * many output channels; layers without a width of their own stay as they are.
   *
   * @param input the shape that the new layer reads
   * @param factor at least 1
   */
  default LayerSpec widened(Shape input, int factor) {
    return this;
  }

  /** Creates the layer with fresh tensors. */
  Layer create(LayerContext context);
}
