package org.mtlbench.reports.similarity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.mtlbench.results.check.Check;

/**
 * A tensor of a saved model, from the description {@code ID.json}.
 *
 * @param name unique name, for example {@code trunk.conv1.weight}
 * @param kind kind of tensor
 * @param shape (out, in, kh, kw) of a kernel, (out, in) of a matrix
 * @param zeroRows indices of neuron rows that are 0; empty without rows
 * @param clusters groups of equal rows other than 0; empty without rows
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ModelLayer(
    String name,
    Kind kind,
    List<Long> shape,
    List<Integer> zeroRows,
    List<List<Integer>> clusters) {
  /** Kinds of tensors. */
  enum Kind {
    KERNEL("convolution", 4),
    MATRIX("linear", 2),
    VECTOR("", 0),
    SCALAR("", 0),
    BUFFER("", 0);

    private final String layer;
    private final int axes;

    Kind(String layer, int axes) {
      this.layer = layer;
      this.axes = axes;
    }
  }

  /** Checks shape and indices, and makes defensive copies. */
  ModelLayer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    shape = List.copyOf(Objects.requireNonNull(shape, "shape"));
    zeroRows = List.copyOf(Objects.requireNonNull(zeroRows, "zero-rows"));
    clusters = Objects.requireNonNull(clusters, "clusters").stream().map(List::copyOf).toList();
    if (kind.axes > 0) {
      boolean fits = shape.stream().allMatch(length -> length > 0 && length < Integer.MAX_VALUE);
      if (shape.size() != kind.axes || !fits) {
        throw Check.rejected(
            "shape of " + name, shape, kind.axes + " axes of at least 1 for a " + kind.layer);
      }
      long rows = shape.get(1);
      zeroRows.forEach(row -> checkRow(row, rows));
      clusters.forEach(cluster -> cluster.forEach(row -> checkRow(row, rows)));
    }
  }

  private static void checkRow(int row, long rows) {
    if (row < 0 || row >= rows) {
      throw Check.rejected("neuron row", row, "0 to " + (rows - 1));
    }
  }

  /** Whether it is a kernel or a matrix. */
  boolean hasRows() {
    return kind.axes > 0;
  }

  /** The number of neuron rows: input channels of a kernel, input width of a matrix. */
  int rows() {
    return Math.toIntExact(shape.get(1));
  }

  /** The size of its values in bytes. */
  double bytes() {
    return Float.BYTES * shape.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
  }

  /** The kind of layer: convolution or linear. */
  String layer() {
    return kind.layer;
  }

  /** The sparsity rate in neuron rows, 0 to 1. */
  double sr() {
    return (double) zeroRows.size() / rows();
  }
}
