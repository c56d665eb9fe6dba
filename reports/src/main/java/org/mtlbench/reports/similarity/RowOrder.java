package org.mtlbench.reports.similarity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The orders of the neuron rows in a similarity map. */
enum RowOrder {
  /** By index. */
  INDEX {
    @Override
    int[] of(NeuronRows rows) {
      return IntStream.range(0, rows.count()).toArray();
    }
  },
  /**
   * The clusters of equal rows, then the other rows, without zero rows unless all rows are zero.
   * Clusters and rows are in the order of the angle of their first two principal components
   * (Friendly 2002, Corrgrams), so that similar ones lie together; the circle is opened at the
   * largest gap.
   */
  CLUSTER {
    @Override
    int[] of(NeuronRows rows) {
      double[] angles = angles(rows);
      int[] shown = rows.nonzero();
      return Arrays.stream(shown.length == 0 ? INDEX.of(rows) : shown)
          .boxed()
          .sorted(
              Comparator.<Integer>comparingInt(row -> rows.cluster(row) > 0 ? 0 : 1)
                  .thenComparingDouble(row -> angles[row])
                  .thenComparingInt(row -> rows.cluster(row)))
          .mapToInt(Integer::intValue)
          .toArray();
    }
  };

  private static final int ITERATIONS = 30;

  /** The positions of the rows, from the top left corner of the map. */
  abstract int[] of(NeuronRows rows);

  /**
   * The angle of each row after the largest gap between two of them, in radians; 0 of zero rows.
   */
  private static double[] angles(NeuronRows rows) {
    double[] angles = new double[rows.count()];
    int[] nonzero = rows.nonzero();
    if (nonzero.length == 0) {
      return angles;
    }
    double[][] components = components(rows, nonzero);
    for (int row : nonzero) {
      angles[row] = Math.atan2(components[1][row], components[0][row]);
    }
    double[] sorted = Arrays.stream(nonzero).mapToDouble(row -> angles[row]).sorted().toArray();
    double start = sorted[0];
    double gap = start + 2 * Math.PI - sorted[sorted.length - 1];
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] - sorted[i - 1] > gap) {
        gap = sorted[i] - sorted[i - 1];
        start = sorted[i];
      }
    }
    for (int row : nonzero) {
      angles[row] = angles[row] < start ? angles[row] - start + 2 * Math.PI : angles[row] - start;
    }
    return angles;
  }

  /**
   * The first two eigenvectors of the matrix of cosines, approximated by orthogonal iteration
   * without computing the matrix.
   */
  private static double[][] components(NeuronRows rows, int[] nonzero) {
    int columns = rows.columns();
    double[][] axes = new double[2][columns];
    for (int column = 0; column < columns; column++) {
      // Any start that is not orthogonal to the axes, the same for every report.
      axes[0][column] = Math.cos(column);
      axes[1][column] = Math.sin(column);
    }
    double[][] scores = new double[2][rows.count()];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      orthonormalise(axes);
      for (int k = 0; k < 2; k++) {
        double[] sums = new double[columns];
        for (int row : nonzero) {
          double score = 0;
          for (int column = 0; column < columns; column++) {
            score += axes[k][column] * rows.unit(row, column);
          }
          for (int column = 0; column < columns; column++) {
            sums[column] += score * rows.unit(row, column);
          }
          scores[k][row] = score;
        }
        axes[k] = sums;
      }
    }
    normalise(scores[0]);
    normalise(scores[1]);
    return scores;
  }

  private static void orthonormalise(double[][] axes) {
    normalise(axes[0]);
    double common = 0;
    for (int column = 0; column < axes[0].length; column++) {
      common += axes[0][column] * axes[1][column];
    }
    for (int column = 0; column < axes[0].length; column++) {
      axes[1][column] -= common * axes[0][column];
    }
    normalise(axes[1]);
  }

  /** Divides a vector by its norm unless it is 0. */
  private static void normalise(double[] vector) {
    double norm = Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
    for (int i = 0; norm > 0 && i < vector.length; i++) {
      vector[i] /= norm;
    }
  }
}
