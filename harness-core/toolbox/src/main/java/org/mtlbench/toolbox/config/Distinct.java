package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry of a list marked {@link Entries} with its own identity; other entries are compared by
 * value.
 */
public interface Distinct {
  /** The identity, which must be unique within the list. */
  Object identity();

  /** The identity of a value of any type; 1 and 1.0 are the same number. */
  static Object identity(Object value) {
    if (value instanceof Distinct distinct) {
      return distinct.identity();
    }
    return value instanceof JsonNode node && node.isNumber() && Double.isFinite(node.doubleValue())
        ? node.decimalValue().stripTrailingZeros()
        : value;
  }
}
