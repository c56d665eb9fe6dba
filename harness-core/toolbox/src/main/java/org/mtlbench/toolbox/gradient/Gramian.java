package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import org.mtlbench.api.method.DivergedException;

/** Inner products of gradients. */
public final class Gramian {
  private Gramian() {}

  /**
   * J J^T on the device.
   *
   * @param rows J, (K, P)
   * @return (K, K), float64, symmetric
   */
  public static NDArray tensor(NDArray rows) {
    NDArray wide = rows.toType(DataType.FLOAT64, false);
    return wide.matMul(wide.transpose(1, 0));
  }

  /**
   * J J^T in float64.
   *
   * @param rows J, (K, P)
   * @return K x K, symmetric
   * @throws DivergedException if a product is NaN or infinite
   */
  public static double[][] of(NDArray rows) {
    return read(tensor(rows), "a gradient is not finite");
  }

  /**
   * The inner products of the gradients of two batches, J1 J2^T in float64.
   *
   * @param first J1, (K, P)
   * @param second J2, (K, P)
   * @return K x K, in general not symmetric
   * @throws DivergedException if a product is NaN or infinite
   */
  public static double[][] of(NDArray first, NDArray second) {
    NDArray left = first.toType(DataType.FLOAT64, false);
    NDArray right = second.toType(DataType.FLOAT64, false);
    return read(left.matMul(right.transpose(1, 0)), "a gradient on a further batch is not finite");
  }

  private static double[][] read(NDArray products, String message) {
    int tasks = Math.toIntExact(products.getShape().get(0));
    double[] flat = products.toDoubleArray();
    if (!Arrays.stream(flat).allMatch(Double::isFinite)) {
      throw new DivergedException(message);
    }
    double[][] rows = new double[tasks][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * tasks, (i + 1) * tasks));
    return rows;
  }
}
