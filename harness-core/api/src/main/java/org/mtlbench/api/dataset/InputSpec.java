package org.mtlbench.api.dataset;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * The network input of one prepared example. If every task has its own input ({@link
 * Examples#inputs}), it describes each of them; they all have the same shape.
 *
 * @param shape shape without the batch axis: (C, H, W) of an image, (F) of a vector
 * @param categories number of categories of each categorical column, at least 2. These are the last
 *     columns of a vector; they contain whole numbers from 0 to the number of categories - 1, which
 *     a network may embed. Empty if all columns are numeric
 */
public record InputSpec(Shape shape, List<Integer> categories) {
  /**
   * @throws IllegalArgumentException if the shape has fewer columns than categorical ones
   */
  public InputSpec {
    categories = List.copyOf(categories);
    boolean room = shape.dimension() == 1 && categories.size() <= shape.get(0);
    if (!categories.isEmpty() && !room) {
      throw new IllegalArgumentException(
          "found "
              + categories.size()
              + " categorical columns in inputs of shape "
              + shape
              + ", expected a vector with at least as many columns");
    }
    if (categories.stream().anyMatch(count -> count < 2)) {
      throw new IllegalArgumentException(
          "found categories " + categories + ", expected at least 2 in each column");
    }
  }

  /**
   * An input with further channels, or further columns of a vector, before the others.
   *
   * @param channels at least 1
   */
  public InputSpec wider(int channels) {
    long[] wide = shape.getShape().clone();
    wide[0] += channels;
    return new InputSpec(new Shape(wide), categories);
  }

  /** An input without categorical columns. */
  public static InputSpec of(long... shape) {
    return new InputSpec(new Shape(shape), List.of());
  }
}
