package org.mtlbench.api.task;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * The labels of one task for some examples, which may be partly missing.
 *
 * @param values labels in the shape and type of the task's {@link Target}; the value of a missing
 *     label is arbitrary and may be NaN
 * @param mask boolean, true where there is a label: of the shape of {@code values}, but (N, H, W)
 *     for a {@link Target.RealMap}, whose channels are present or missing together; empty if no
 *     label is missing
 */
public record Labelled(NDArray values, Optional<NDArray> mask) {

  public Labelled {
    mask.ifPresent(
        present -> {
          if (present.getDataType() != DataType.BOOLEAN) {
            throw new IllegalArgumentException(
                "mask: found " + present.getDataType() + ", expected boolean");
          }
          Shape found = present.getShape();
          Shape shape = values.getShape();
          boolean dense =
              shape.dimension() == 4
                  && found.equals(new Shape(shape.get(0), shape.get(2), shape.get(3)));
          if (!dense && !found.equals(shape)) {
            throw new IllegalArgumentException(
                "mask: found shape "
                    + found
                    + ", expected "
                    + (shape.dimension() == 4 ? "(N, H, W) or " : "")
                    + shape
                    + ", the shape of the labels");
          }
        });
  }

  /** Labels without missing ones. */
  public static Labelled complete(NDArray values) {
    return new Labelled(values, Optional.empty());
  }

  /**
   * Labels of which some may be missing.
   *
   * @param values labels, with any value where one is missing, for example -1 for a class
   * @param mask boolean, true where there is a label; for classes (N), for real vectors (N, width)
   */
  public static Labelled masked(NDArray values, NDArray mask) {
    return new Labelled(values, Optional.of(mask));
  }

  /** Number of examples, N. */
  public int size() {
    return Math.toIntExact(values.getShape().get(0));
  }

  /**
   * The weight of a mean over these labels relative to means over other batches: the number of
   * examples if no label is missing, otherwise the number of present labels.
   */
  public double count() {
    return mask.map(m -> (double) m.toType(DataType.INT64, false).sum().getLong())
        .orElseGet(() -> (double) size());
  }
}
