package org.mtlbench.methods.ours.sharing;

import java.util.Arrays;

/**
 * The similarity of a matrix's rows, S(i, j) = w_i . w_j / max(||w_i||^2, ||w_j||^2): 1 for equal
 * rows, less for rows that differ in direction or in length (Hotegni et al., IJCNN 2024; Zhang et
 * al., ICLR 2018).
 */
public final class RowSimilarity {
  /** Number of rows mirrored together, so that transposed writes fill whole cache lines. */
  private static final int BLOCK = 32;

  private RowSimilarity() {}

  /**
   * The similarity matrix. Products are summed in double precision; the result is rounded once.
   *
   * @param values the matrix, row by row, rows * columns finite entries; not modified
   * @param rows the number of rows, at least 0
   * @param columns the number of columns, at least 1
   * @return a new (rows, rows) matrix, exactly symmetric, entries in [-1, 1], 1 on the diagonal; a
   *     zero row has similarity 0 to every row, itself included
   * @throws IllegalArgumentException if the sizes do not fit or an entry is not finite
   */
  public static float[][] of(float[] values, int rows, int columns) {
    if (rows < 0 || columns < 1 || values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "there are " + values.length + " values for " + rows + " rows of " + columns);
    }
    double[][] transposed = transpose(values, rows, columns);
    double[] squaredNorms = new double[rows];
    for (double[] column : transposed) {
      addSquares(column, squaredNorms);
    }
    float[][] similarities = new float[rows][rows];
    double[] products = new double[rows];
    for (int start = 0; start < rows; start += BLOCK) {
      int end = Math.min(start + BLOCK, rows);
      for (int i = start; i < end; i++) {
        multiply(transposed, i, start, products);
        normalise(products, squaredNorms, i, start, similarities[i]);
      }
      for (int j = end; j < rows; j++) {
        float[] mirrored = similarities[j];
        for (int i = start; i < end; i++) {
          mirrored[i] = similarities[i][j];
        }
      }
    }
    return similarities;
  }

  private static double[][] transpose(float[] values, int rows, int columns) {
    double[][] transposed = new double[columns][rows];
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < columns; c++) {
        float value = values[i * columns + c];
        if (!Float.isFinite(value)) {
          throw new IllegalArgumentException(
              "the entry in row " + i + ", column " + c + " is " + value + ", but must be finite");
        }
        transposed[c][i] = value;
      }
    }
    return transposed;
  }

  private static void addSquares(double[] column, double[] squaredNorms) {
    for (int i = 0; i < column.length; i++) {
      squaredNorms[i] += column[i] * column[i];
    }
  }

  /**
   * products[j] = w_i . w_j for j from start on, summed in the same order for (i, j) and (j, i).
   */
  private static void multiply(double[][] transposed, int i, int start, double[] products) {
    int n = products.length;
    Arrays.fill(products, start, n, 0);
    for (double[] column : transposed) {
      double factor = column[i];
      for (int j = start; j < n; j++) {
        products[j] += factor * column[j];
      }
    }
  }

  private static void normalise(
      double[] products, double[] squaredNorms, int i, int start, float[] row) {
    double own = squaredNorms[i];
    for (int j = start; j < row.length; j++) {
      double larger = Math.max(own, squaredNorms[j]);
      row[j] = larger == 0 ? 0 : (float) (products[j] / larger);
    }
  }
}
