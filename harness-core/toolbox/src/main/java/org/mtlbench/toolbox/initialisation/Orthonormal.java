package org.mtlbench.toolbox.initialisation;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** Random matrices with orthonormal rows or columns. */
final class Orthonormal {
  private Orthonormal() {}

  /**
   * A matrix drawn uniformly from all matrices with orthonormal rows, or orthonormal columns if it
   * has more rows than columns (Saxe, McClelland and Ganguli 2014): the Q of a Gaussian matrix,
   * with signs fixed by the diagonal of R (Mezzadri 2007).
   *
   * @return row-major, float32
   */
  static float[] matrix(int rows, int columns, RandomGenerator random) {
    boolean wide = columns > rows;
    DMatrixRMaj tall = new DMatrixRMaj(Math.max(rows, columns), Math.min(rows, columns));
    for (int i = 0; i < tall.getNumElements(); i++) {
      tall.set(i, random.nextGaussian());
    }
    DMatrixRMaj q = uniformQ(tall);
    if (wide) {
      CommonOps_DDRM.transpose(q);
    }
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) q.get(i);
    }
    return values;
  }

  private static DMatrixRMaj uniformQ(DMatrixRMaj tall) {
    QRDecomposition<DMatrixRMaj> qr =
        DecompositionFactory_DDRM.qr(tall.getNumRows(), tall.getNumCols());
    if (!qr.decompose(tall)) {
      throw new IllegalStateException(
          "no QR decomposition of a Gaussian matrix of "
              + tall.getNumRows()
              + "x"
              + tall.getNumCols());
    }
    DMatrixRMaj q = qr.getQ(null, true);
    DMatrixRMaj r = qr.getR(null, true);
    double[] signs = new double[r.getNumCols()];
    for (int j = 0; j < signs.length; j++) {
      signs[j] = r.get(j, j) < 0 ? -1 : 1;
    }
    CommonOps_DDRM.multCols(q, signs);
    return q;
  }
}
