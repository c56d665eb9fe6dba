package org.mtlbench.toolbox.sparsity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Sparsity and parameter sharing of a network by neuron rows (Hotegni, Berkemeier and Peitz 2024,
 * table I). Rows are those of all kernels and matrices, including input and output layers; vectors,
 * scalars and buffers are ignored. Rows are compared bitwise in float32, except that -0 equals 0;
 * the zero row counts as one distinct row per layer, and equal rows of different layers are
 * distinct.
 *
 * @param sr sparsity rate, zero rows / rows, in [0, 1]
 * @param cr compression rate, rows / unique rows, at least 1
 * @param ps parameter sharing, nonzero rows / unique rows; equals (1 - sr) * cr. At least 1 without
 *     a zero row, and 0 if every row is zero
 * @param parameterSr zero entries / entries of kernels and matrices, in [0, 1]
 * @param totalRows number of rows of all layers
 * @param zeroRows number of rows whose entries are all zero
 * @param uniqueRows number of distinct rows, summed over the layers
 * @param parameters number of entries of kernels and matrices
 * @param nonzeroParameters number of nonzero entries
 * @param layers counts of each kernel or matrix, in network order; parameters of the same name in
 *     several networks are counted together
 */
public record RowMetrics(
    double sr,
    double cr,
    double ps,
    double parameterSr,
    long totalRows,
    long zeroRows,
    long uniqueRows,
    long parameters,
    long nonzeroParameters,
    List<RowCounts> layers) {
  public RowMetrics {
    layers = List.copyOf(layers);
  }

  /**
   * The rows of one layer or component.
   *
   * @param name name of the parameter, for example {@code trunk.conv1.weight}, or of the component,
   *     for example {@code trunk}
   * @param rows number of rows, at least 1
   * @param zeroRows number of rows whose entries are all zero
   */
  public record RowCounts(String name, long rows, long zeroRows) {
    /** Zero rows / rows, in [0, 1]. */
    public double sr() {
      return (double) zeroRows / rows;
    }
  }

  /**
   * Measures a network's parameters on the host.
   *
   * @throws IllegalArgumentException if no parameter has rows
   */
  public static RowMetrics of(List<Parameter> parameters) {
    long total = 0;
    long zero = 0;
    long unique = 0;
    long entries = 0;
    long nonzero = 0;
    List<RowCounts> layers = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (parameter.hasRows()) {
        Counts layer = Counts.of(rows(parameter), parameter.rowCount());
        total += layer.rows;
        zero += layer.zeroRows;
        unique += layer.uniqueRows;
        entries += parameter.size();
        nonzero += layer.nonzeroEntries;
        layers.add(new RowCounts(parameter.name(), layer.rows, layer.zeroRows));
      }
    }
    if (total == 0) {
      throw new IllegalArgumentException("none of " + parameters.size() + " parameters has rows");
    }
    return new RowMetrics(
        (double) zero / total,
        (double) total / unique,
        (double) (total - zero) / unique,
        (double) (entries - nonzero) / entries,
        total,
        zero,
        unique,
        entries,
        nonzero,
        merged(layers, UnaryOperator.identity()));
  }

  /**
   * The counts of each component, in network order. The component of a parameter is the part of its
   * name before the first dot: {@code trunk}, {@code monitor1}, {@code head2}.
   */
  public List<RowCounts> components() {
    return merged(layers, RowMetrics::component);
  }

  private static String component(String parameter) {
    int dot = parameter.indexOf('.');
    return dot < 0 ? parameter : parameter.substring(0, dot);
  }

  private static List<RowCounts> merged(List<RowCounts> parts, UnaryOperator<String> name) {
    Map<String, RowCounts> merged = new LinkedHashMap<>();
    for (RowCounts part : parts) {
      merged.merge(
          name.apply(part.name()),
          new RowCounts(name.apply(part.name()), part.rows(), part.zeroRows()),
          (a, b) -> new RowCounts(a.name(), a.rows() + b.rows(), a.zeroRows() + b.zeroRows()));
    }
    return List.copyOf(merged.values());
  }

  /** SR as measures of an epoch: {@code sr}, {@code sr.COMPONENT} and {@code sr.LAYER}. */
  public Map<String, Double> measures() {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("sr", sr);
    components().forEach(part -> measures.put("sr." + part.name(), part.sr()));
    layers.forEach(part -> measures.put("sr." + part.name(), part.sr()));
    return measures;
  }

  private static float[] rows(Parameter parameter) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      NDArray rows = parameter.rows();
      return rows.toFloatArray();
    }
  }

  private record Counts(long rows, long zeroRows, long uniqueRows, long nonzeroEntries) {
    static Counts of(float[] values, int rows) {
      int columns = values.length / rows;
      int[] bits = new int[values.length];
      for (int i = 0; i < bits.length; i++) {
        // Adding 0 turns -0 into 0.
        bits[i] = Float.floatToRawIntBits(values[i] + 0f);
      }
      Set<IntBuffer> distinct = new HashSet<>();
      long zeroRows = 0;
      long nonzeroEntries = 0;
      for (int row = 0; row < rows; row++) {
        long nonzero = nonzeros(bits, row * columns, columns);
        nonzeroEntries += nonzero;
        zeroRows += nonzero == 0 ? 1 : 0;
        // Byte slices compare by content.
        distinct.add(IntBuffer.wrap(bits, row * columns, columns));
      }
      return new Counts(rows, zeroRows, distinct.size(), nonzeroEntries);
    }

    private static long nonzeros(int[] bits, int from, int count) {
      long nonzero = 0;
      for (int i = from; i < from + count; i++) {
        nonzero += bits[i] == 0 ? 0 : 1;
      }
      return nonzero;
    }
  }
}
