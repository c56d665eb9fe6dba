package org.mtlbench.methods.neuronrow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * A parameter's rows in host memory, for the operations at the end of an epoch: sorting, pooling
 * and drawing, which take milliseconds.
 *
 * @param values row-major, rows x columns
 * @param rows number of neuron rows
 * @param columns number of entries of a row
 */
public record HostRows(float[] values, int rows, int columns) {
  /** Copies the rows of a parameter to the host. */
  public static HostRows of(Parameter parameter) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      float[] values = parameter.rows().toFloatArray();
      return new HostRows(values, parameter.rowCount(), values.length / parameter.rowCount());
    }
  }

  /** Writes the rows back into the parameter they came from. */
  public void write(Parameter parameter) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      NDArray tensor = parameter.value().getManager().create(values, new Shape(rows, columns));
      parameter.fromRows(tensor).copyTo(parameter.value());
    }
  }

  /** The Euclidean norm of each row, in float64. */
  public double[] norms() {
    double[] norms = new double[rows];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        sum += (double) values[i] * values[i];
      }
      norms[row] = Math.sqrt(sum);
    }
    return norms;
  }

  /** Multiplies a row by a factor; a factor of 0 gives exact zeros. */
  public void scale(int row, double factor) {
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      values[i] = factor == 0 ? 0f : (float) (values[i] * factor);
    }
  }
}
