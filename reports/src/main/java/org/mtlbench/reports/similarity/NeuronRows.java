package org.mtlbench.reports.similarity;

import java.util.Arrays;

/** The neuron rows of a layer, or every n-th of them, as unit vectors and their norms. */
final class NeuronRows {
  private final float[] units;
  private final double[] norms;
  private final int[] clusters;
  private final int columns;

  private NeuronRows(float[] units, double[] norms, int[] clusters, int columns) {
    this.units = units;
    this.norms = norms;
    this.clusters = clusters;
    this.columns = columns;
  }

  /**
   * The rows of a layer.
   *
   * @param tensor its values, the last axis fastest
   * @param every 1 for all rows, n for every n-th
   */
  static NeuronRows of(ModelLayer layer, float[] tensor, int every) {
    int all = layer.rows();
    int outputs = Math.toIntExact(layer.shape().get(0));
    // 1 for a matrix, the size of a kernel's window otherwise
    int window = tensor.length / all / outputs;
    int columns = outputs * window;
    int[] clusterOf = new int[all];
    for (int i = 0; i < layer.clusters().size(); i++) {
      for (int row : layer.clusters().get(i)) {
        clusterOf[row] = i + 1;
      }
    }
    int count = (all + every - 1) / every;
    float[] units = new float[count * columns];
    double[] norms = new double[count];
    int[] clusters = new int[count];
    for (int i = 0; i < count; i++) {
      int row = i * every;
      clusters[i] = clusterOf[row];
      double squares = 0;
      for (int out = 0; out < outputs; out++) {
        int from = (out * all + row) * window;
        System.arraycopy(tensor, from, units, i * columns + out * window, window);
        for (int j = from; j < from + window; j++) {
          squares += (double) tensor[j] * tensor[j];
        }
      }
      norms[i] = Math.sqrt(squares);
      for (int j = i * columns; norms[i] > 0 && j < (i + 1) * columns; j++) {
        units[j] = (float) (units[j] / norms[i]);
      }
    }
    return new NeuronRows(units, norms, clusters, columns);
  }

  /** The number of rows, including zero rows. */
  int count() {
    return norms.length;
  }

  /** The length of a row. */
  int columns() {
    return columns;
  }

  /** The number of the cluster of equal rows that a row belongs to, from 1; 0 without. */
  int cluster(int row) {
    return clusters[row];
  }

  /** An entry of a row divided by its norm; 0 in a zero row. */
  float unit(int row, int column) {
    return units[row * columns + column];
  }

  boolean isZero(int row) {
    return norms[row] == 0;
  }

  /** The indices of the rows other than 0. */
  int[] nonzero() {
    int[] rows = new int[count()];
    int found = 0;
    for (int row = 0; row < rows.length; row++) {
      if (!isZero(row)) {
        rows[found++] = row;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  /**
   * The similarity of two rows other than 0: w_i.w_j / max(|w_i|^2, |w_j|^2), from -1 to 1, which
   * is 1 for equal rows only.
   */
  double similarity(int i, int j) {
    int a = i * columns;
    int b = j * columns;
    // Four sums, which the processor computes at the same time.
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int column = 0;
    for (; column + 3 < columns; column += 4) {
      first += units[a + column] * units[b + column];
      second += units[a + column + 1] * units[b + column + 1];
      third += units[a + column + 2] * units[b + column + 2];
      fourth += units[a + column + 3] * units[b + column + 3];
    }
    for (; column < columns; column++) {
      first += units[a + column] * units[b + column];
    }
    double cosine = (double) first + second + third + fourth;
    return cosine * Math.min(norms[i], norms[j]) / Math.max(norms[i], norms[j]);
  }
}
