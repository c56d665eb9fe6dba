package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Converts a spec to its long form, which is a valid matrix file. */
public final class MatrixTree {
  private MatrixTree() {}

  /**
   * The long form.
   *
   * @param seeds the effective seeds
   * @param budget the effective budget; omitted if there is a training, which a file cannot combine
   *     with a budget
   */
  public static ObjectNode of(MatrixSpec spec, List<Long> seeds, double budget) {
    ObjectNode tree = ConfigBinder.toTree(spec);
    if (spec.description().isEmpty()) {
      tree.remove("description");
    }
    // Their methods are in the list of methods.
    tree.remove(Studies.AT);
    ArrayNode numbers = tree.arrayNode();
    seeds.forEach(numbers::add);
    tree.set("seeds", numbers);
    if (spec.training().isPresent()) {
      tree.remove("budget");
    } else {
      tree.put("budget", budget);
    }
    return tree;
  }
}
