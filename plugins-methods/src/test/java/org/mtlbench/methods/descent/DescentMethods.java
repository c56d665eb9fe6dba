package org.mtlbench.methods.descent;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.MethodsBundle;
import org.mtlbench.testkit.Contributions;

/** The methods that can train a point. */
final class DescentMethods {
  /**
   * They train a network per task, add layers or inputs to the network, or prune neuron rows, which
   * are the coordinates of a point.
   */
  private static final Set<String> NETWORKS =
      Set.of("stl", "kdmtl", "mtan", "magnitude-pruning", "group-lasso", "cosmos");

  private DescentMethods() {}

  /** Plugins by id, in alphabetical order. */
  static Map<String, MethodPlugin<?>> all() {
    Map<String, MethodPlugin<?>> methods =
        new TreeMap<>(Contributions.of(new MethodsBundle()).methods());
    methods.keySet().removeAll(NETWORKS);
    return methods;
  }
}
