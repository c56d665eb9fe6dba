package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Canonical form of JSON trees: sorted keys, fractions without trailing zeros, whole numbers
 * without exponents, so that 1, 1.0 and 1e0 are equal. Its hashes identify cells and run folders.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The canonical form of a tree. */
  public static JsonNode normalise(JsonNode tree) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (tree.isObject()) {
      TreeMap<String, JsonNode> sorted = new TreeMap<>();
      tree.properties().forEach(e -> sorted.put(e.getKey(), normalise(e.getValue())));
      ObjectNode object = nodes.objectNode();
      sorted.forEach(object::set);
      return object;
    }
    if (tree.isArray()) {
      ArrayNode array = nodes.arrayNode();
      tree.forEach(element -> array.add(normalise(element)));
      return array;
    }
    if (tree.isFloatingPointNumber() && !Double.isFinite(tree.doubleValue())) {
      return nodes.textNode(tree.asText());
    }
    return tree.isNumber() ? nodes.numberNode(number(tree.decimalValue())) : tree;
  }

  /**
   * The SHA-256 hash of the canonical form, truncated.
   *
   * @param digits number of hexadecimal digits to return, at most 64
   */
  public static String hash(JsonNode tree, int digits) {
    return Hashing.sha256()
        .hashString(normalise(tree).toString(), StandardCharsets.UTF_8)
        .toString()
        .substring(0, digits);
  }

  private static BigDecimal number(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
