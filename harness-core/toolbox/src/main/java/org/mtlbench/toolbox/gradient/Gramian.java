package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import org.mtlbench.api.method.DivergedException;

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
    NDArray wide = rows.toType(DataType.FLOAT64, false);
    return products(wide, wide);
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
    double[][] products =
        products(first.toType(DataType.FLOAT64, false), second.toType(DataType.FLOAT64, false));
    if (!Arrays.stream(products).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      throw new DivergedException("a gradient on a further batch is not finite");
    }
    return products;
  }

  private static double[][] products(NDArray first, NDArray second) {
    int tasks = Math.toIntExact(first.getShape().get(0));
    double[] flat = first.matMul(second.transpose(1, 0)).toDoubleArray();
    double[][] products = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      System.arraycopy(flat, i * tasks, products[i], 0, tasks);
    }
    return products;
  }
}
