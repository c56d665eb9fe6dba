package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Inner products of gradients. */
public final class Gramian {
  private Gramian() {}

  /**
   * J J^T in float64.
   *
   * @param rows J, (K, P)
   * @return K x K, symmetric
   */
  public static double[][] of(NDArray rows) {
    int tasks = Math.toIntExact(rows.getShape().get(0));
    NDArray wide = rows.toType(DataType.FLOAT64, false);
    double[] flat = wide.matMul(wide.transpose(1, 0)).toDoubleArray();
    double[][] gramian = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      System.arraycopy(flat, i * tasks, gramian[i], 0, tasks);
    }
    return gramian;
  }
}
