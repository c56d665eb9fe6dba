package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mtlbench.spi.config.Problem;
import org.mtlbench.spi.dataset.DatasetFacts;
import org.mtlbench.spi.layer.NetworkSpec;
import org.mtlbench.spi.method.Budget;
import org.mtlbench.spi.method.Phase;

/** Plugins with bound configs, the configs' types tied up inside. */
final class Resolved {
  private Resolved() {}

  /** A dataset of the matrix. */
  record Dataset(PluginChoice choice, DatasetFacts facts) {}

  /**
   * An architecture of the matrix.
   *
   * @param forwardFlops operations of one example's forward pass through its network
   */
  record Architecture(PluginChoice choice, ToDoubleFunction<NetworkSpec> forwardFlops) {}

  /**
   * A method of the matrix.
   *
   * @param label its name in tables
   * @param note a remark on its rows
   * @param place where the user wrote its config
   */
  record Method(
      PluginChoice choice, String label, Optional<String> note, Place place, Behaviour behaviour) {
    /**
     * The method with other values in its config.
     *
     * @param values by config key
     * @throws org.mtlbench.spi.config.InvalidConfigException if the config rejects them
     */
    Method with(ObjectNode values) {
      Behaviour other = behaviour.with(values);
      return new Method(other.choice(), label, note, place, other);
    }
  }

  /** What a method's config does on a dataset. */
  interface Behaviour {
    /** The method's id and its config. */
    PluginChoice choice();

    /** The problems of the config on this dataset. */
    List<Problem> check(DatasetFacts facts);

    /** The keys whose values the method finds by itself, each with the reason. */
    Map<String, String> ownSearch();

    /**
     * The behaviour with other values in the config.
     *
     * @param values by config key
     * @throws org.mtlbench.spi.config.InvalidConfigException if the config refuses them
     */
    Behaviour with(ObjectNode values);

    /** The phases of a cell. */
    List<Phase> phases(DatasetFacts facts, long seed, Budget budget);
  }
}
