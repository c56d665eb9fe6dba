package org.mtlbench.engine.matrix;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A preference vector, for example {@code (0.01, 0.8, 0.19)}.
 *
 * @param components the preference of each objective, without trailing zeros
 */
record PreferenceVector(List<BigDecimal> components) {
  PreferenceVector {
    components = components.stream().map(PreferenceVector::plain).toList();
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** Whether the first component, the preference of sparsity, is one of the given numbers. */
  boolean startsWith(List<BigDecimal> numbers) {
    return numbers.stream().anyMatch(number -> number.compareTo(components.get(0)) == 0);
  }

  @Override
  public String toString() {
    return components.stream()
        .map(BigDecimal::toPlainString)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
