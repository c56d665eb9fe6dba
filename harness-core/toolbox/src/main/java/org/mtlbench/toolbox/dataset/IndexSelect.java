package org.mtlbench.toolbox.dataset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.stream.IntStream;

/**
 * Selects entries along the first axis of a tensor by position. An embedding look-up copies one
 * entry at a time, whereas general indexing copies byte by byte: 0.05 ms instead of 0.5 ms for 256
 * images of 32x32x3 on one core.
 */
public final class IndexSelect {
  private IndexSelect() {}

  /**
   * The examples in the order of the positions.
   *
   * @param table (N, ...), of any data type
   * @param positions 0 to N - 1
   * @return (B, ...) of the table's data type, owned by the table's manager
   */
  public static NDArray of(NDArray table, int... positions) {
    NDManager manager = table.getManager();
    boolean vector = table.getShape().dimension() == 1;
    try (NDArray tensor =
        vector
            ? manager.create(IntStream.of(positions).asLongStream().toArray())
            : manager.create(positions)) {
      return of(table, tensor);
    }
  }

  /**
   * The same for positions in a tensor.
   *
   * @param positions int32 or int64 of any shape (P), 0 to N - 1; int64 with one axis if the table
   *     has one axis
   * @return (P, ...)
   */
  public static NDArray of(NDArray table, NDArray positions) {
    Shape shape = table.getShape();
    if (shape.dimension() == 1) {
      return table.gather(positions, 0);
    }
    if (shape.dimension() == 2) {
      return lookUp(table, positions);
    }
    try (NDArray flat = table.reshape(shape.get(0), -1);
        NDArray found = lookUp(flat, positions)) {
      return found.reshape(positions.getShape().addAll(shape.slice(1)));
    }
  }

  private static NDArray lookUp(NDArray matrix, NDArray positions) {
    return matrix
        .getNDArrayInternal()
        .embedding(positions, matrix, SparseFormat.DENSE)
        .singletonOrThrow();
  }
}
