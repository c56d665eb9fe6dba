package org.mtlbench.results;

import java.util.List;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * Sparsity of a model by neuron rows. A neuron row is a row of a weight matrix or kernel with two
 * or more axes; rows are distinct within their layer. SR, CR and PS are defined as in Hotegni et
 * al. 2024.
 *
 * @param sr sparsity rate in neuron rows: zero rows / rows, 0 to 1
 * @param cr compression rate in neuron rows: rows / distinct rows, at least 1
 * @param ps parameter sharing in neuron rows: nonzero rows / distinct rows, at least 0
 * @param parameterSr sparsity rate by parameters, 0 to 1
 * @param rows all rows, at least 1
 * @param zeroRows rows that are exactly zero
 * @param uniqueRows distinct rows, including the zero row of each layer
 * @param components rows of the trunk, of each monitor and of each head; absent in records of
 *     earlier versions
 * @param layers rows of each layer; absent in records of earlier versions
 */
public record SparsityRecord(
    double sr,
    double cr,
    double ps,
    double parameterSr,
    long rows,
    long zeroRows,
    long uniqueRows,
    Optional<List<RowCounts>> components,
    Optional<List<RowCounts>> layers) {
  /** Checks the ranges. */
  public SparsityRecord {
    Check.fraction("sparsity.sr", sr);
    Check.notNegative("sparsity.cr", cr);
    Check.notNegative("sparsity.ps", ps);
    Check.fraction("sparsity.parameter-sr", parameterSr);
    Check.atLeast("sparsity.rows", 1, rows);
    if (zeroRows < 0 || zeroRows > rows) {
      throw Check.rejected("sparsity.zero-rows", zeroRows, "0 to " + rows + " rows");
    }
    if (uniqueRows < 1 || uniqueRows > rows) {
      throw Check.rejected("sparsity.unique-rows", uniqueRows, "1 to " + rows + " rows");
    }
    components = components.map(List::copyOf);
    layers = layers.map(List::copyOf);
  }

  /**
   * Row counts of a component or a layer.
   *
   * @param name for example {@code trunk} or {@code trunk.conv1.weight}
   * @param sr zero rows / rows, 0 to 1
   * @param rows number of rows, at least 1
   * @param zeroRows number of zero rows, 0 to {@code rows}
   */
  public record RowCounts(String name, double sr, long rows, long zeroRows) {
    /** Checks the ranges. */
    public RowCounts {
      Check.text("sparsity.name", name);
      Check.fraction("sparsity.sr", sr);
      Check.atLeast("sparsity.rows", 1, rows);
      if (zeroRows < 0 || zeroRows > rows) {
        throw Check.rejected("sparsity.zero-rows", zeroRows, "0 to " + rows + " rows");
      }
    }

    /** Computes the rate from the counts. */
    public static RowCounts ofRows(String name, long rows, long zeroRows) {
      return new RowCounts(name, (double) zeroRows / rows, rows, zeroRows);
    }
  }

  /**
   * Computes the three rates from the row counts.
   *
   * @param rows number of rows, at least 1
   * @param zeroRows number of zero rows, at most {@code rows}
   * @param uniqueRows number of distinct rows, 1 to {@code rows}
   * @param parameterSr zero parameters / parameters, 0 to 1
   */
  public static SparsityRecord ofRows(
      long rows, long zeroRows, long uniqueRows, double parameterSr) {
    Check.atLeast("sparsity.rows", 1, rows);
    Check.atLeast("sparsity.unique-rows", 1, uniqueRows);
    return new SparsityRecord(
        (double) zeroRows / rows,
        (double) rows / uniqueRows,
        (double) (rows - zeroRows) / uniqueRows,
        parameterSr,
        rows,
        zeroRows,
        uniqueRows,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The component of a tensor: the part of its name before the first dot.
   *
   * @param tensor for example {@code trunk.conv1.weight}
   */
  public static String component(String tensor) {
    int dot = tensor.indexOf('.');
    return dot < 0 ? tensor : tensor.substring(0, dot);
  }

  /** A copy with the counts of components and layers. */
  public SparsityRecord withParts(List<RowCounts> ofComponents, List<RowCounts> ofLayers) {
    return new SparsityRecord(
        sr,
        cr,
        ps,
        parameterSr,
        rows,
        zeroRows,
        uniqueRows,
        Optional.of(ofComponents),
        Optional.of(ofLayers));
  }
}
