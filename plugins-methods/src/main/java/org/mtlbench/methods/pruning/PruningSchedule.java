package org.mtlbench.methods.pruning;

import java.math.BigDecimal;

/** When rows are pruned in the first phase. Numbers of rows are computed exactly. */
enum PruningSchedule {
  /** All at the end of the phase. */
  ONE_SHOT {
    @Override
    BigDecimal reached(BigDecimal rows, int done, int epochs) {
      return done < epochs ? BigDecimal.ZERO : rows;
    }
  },

  /**
   * Between its epochs, with the share s (1 - (1 - t / n)^3) after t of n epochs (Zhu and Gupta
   * 2018, equation 1, from a sparsity of 0): most rows early, when many are redundant.
   */
  CUBIC {
    @Override
    BigDecimal reached(BigDecimal rows, int done, int epochs) {
      BigDecimal all = BigDecimal.valueOf(epochs).pow(3);
      BigDecimal left = BigDecimal.valueOf(epochs - done).pow(3);
      return rows.multiply(all.subtract(left)).divideToIntegralValue(all);
    }
  };

  /** The number of pruned rows, possibly with decimals. */
  abstract BigDecimal reached(BigDecimal rows, int done, int epochs);

  /**
   * The number of rows of a layer that are zero after some epochs, rounded down.
   *
   * @param sparsity share of zero rows at the end, in [0, 1); its shortest decimal representation
   *     counts, so that 0.3 means three tenths
   * @param rows rows of the layer, at least 0
   * @param done epochs of the phase so far, from 0 to {@code epochs}
   * @param epochs epochs of the phase, at least 1
   */
  int zeroRows(double sparsity, int rows, int done, int epochs) {
    BigDecimal pruned = BigDecimal.valueOf(sparsity).multiply(BigDecimal.valueOf(rows));
    return reached(pruned, done, epochs).intValue();
  }
}
