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
 * @param label name in tables
 * @param note remark on the rows
 * @param location location of the config in the matrix
 */
record RowMethod(
    Configured.Method<?> configured, String label, Optional<String> note, ConfigLocation location) {
  PluginChoice choice() {
    return configured.choice();
  }

  /** A copy with other values in the config; see {@link Configured.Method#with}. */
  RowMethod with(ObjectNode values) {
    return new RowMethod(configured.with(values), label, note, location);
  }

  /** The phases of a cell; the caller must announce the call to the trace. */
  List<Phase> phases(NetworkFactory networks, long seed, Budget budget) {
    return List.copyOf(configured.procedure(networks, new Randomness(seed)).phases(budget));
  }
}
