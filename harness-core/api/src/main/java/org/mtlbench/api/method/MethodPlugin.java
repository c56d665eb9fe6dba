package org.mtlbench.api.method;

import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.plugin.Plugin;

/**
 * Makes methods.
 *
 * @param <C> the config record
 */
public interface MethodPlugin<C extends Record> extends Plugin<C> {
  /**
   * What is wrong with a valid config on this dataset, for example a preference vector of the wrong
   * length; checked when a run is planned.
   */
  default List<Problem> check(C config, DatasetFacts dataset) {
    return List.of();
  }

  /**
   * What is wrong with the method on an architecture, for example that its tasks share no trunk in
   * stages; checked when a run is planned.
   *
   * @param network the network of all tasks
   */
  default List<Problem> checkNetwork(C config, Blueprint network) {
    return List.of();
  }

  /**
   * The keys whose values the method finds by itself with this config, each with the reason, for
   * example {@code search-learning-rates is true}. A matrix cannot tune these: its values would not
   * be those that are trained.
   */
  default Map<String, String> ownSearch(C config) {
    return Map.of();
  }

  /** A fresh method for one cell. */
  Method create(C config, MethodContext context);
}
