package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mtlbench.api.random.Randomness;

/**
 * The tuning that every method of a matrix gets alike.
 *
 * @param trials how many configs each cell tries, at least 1
 * @param over from config key to its range, at least one, in the order written
 * @param budget factor on the cell's budget for a trial's epochs, greater than 0, at most 1
 */
public record SearchSpec(int trials, Map<String, SearchRange> over, double budget) {
  /** Where the block stands in a matrix. */
  public static final String AT = "search";

  public SearchSpec {
    over = Collections.unmodifiableMap(new LinkedHashMap<>(over));
  }

  /** Where a key's range stands in a matrix. */
  public static String at(String key) {
    return AT + ".over." + key;
  }

  /**
   * A trial's point in a key's range. It depends on the seed, the key and the trial, and on nothing
   * else: every method is tried at the same points, and a further key or trial moves none of them.
   *
   * @param trial counted from 1
   * @return at least 0, less than 1
   */
  public static double point(long seed, String key, int trial) {
    return new Randomness(seed).stream("search/" + key, trial).nextDouble();
  }

  /** As a matrix file says it. */
  public ObjectNode tree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("trials", trials);
    tree.set("over", overTree());
    tree.put("budget", budget);
    return tree;
  }

  /** The ranges as a matrix file says them. */
  public ObjectNode overTree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    over.forEach((key, range) -> tree.set(key, range.tree()));
    return tree;
  }
}
