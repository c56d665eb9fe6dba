package org.mtlbench.reports.tables;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of Pareto studies, whose objectives differ in scale by orders of magnitude. */
final class ParetoNumbers {
  private static final MathContext DIGITS = new MathContext(4);

  private ParetoNumbers() {}

  /** Four significant digits, without an exponent and trailing zeros. */
  static String significant(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
