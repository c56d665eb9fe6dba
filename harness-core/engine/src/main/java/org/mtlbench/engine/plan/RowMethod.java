package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;
import org.mtlbench.engine.plugins.PluginChoice;

/**
 * The method of a row.
 *
 * @param label its name in tables
 * @param note a remark on its rows
 * @param location of its config in the matrix
 */
record RowMethod(
    Configured.Method<?> configured, String label, Optional<String> note, ConfigLocation location) {
  PluginChoice choice() {
    return configured.choice();
  }

  /** The method with other values in its config; see {@link Configured.Method#with}. */
  RowMethod with(ObjectNode values) {
    return new RowMethod(configured.with(values), label, note, location);
  }

  /** The phases of a cell; the caller announces the call. */
  List<Phase> phases(NetworkFactory networks, long seed, Budget budget) {
    return List.copyOf(configured.procedure(networks, new Randomness(seed)).phases(budget));
  }
}
