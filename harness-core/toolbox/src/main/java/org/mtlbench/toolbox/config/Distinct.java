package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.databind.JsonNode;

/** An entry of a list marked {@link Entries}; other entries are compared as they are. */
public interface Distinct {
  /** What no two entries have in common. */
  Object identity();

  /** What tells a value of any type apart; 1 and 1.0 are one number. */
  static Object identity(Object value) {
    if (value instanceof Distinct distinct) {
      return distinct.identity();
    }
    return value instanceof JsonNode node && node.isNumber() && Double.isFinite(node.doubleValue())
        ? node.decimalValue().stripTrailingZeros()
        : value;
  }
}
