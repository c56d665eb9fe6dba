package org.mtlbench.api.method;

import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.plugin.Plugin;

/**
 * A plugin that creates methods.
 *
 * @param <C> the config record
 */
public interface MethodPlugin<C extends Record> extends Plugin<C> {
  /**
   * Problems of a valid config on this dataset, for example a preference vector of the wrong
   * length; checked when a run is planned.
   */
  default List<Problem> check(C config, DatasetFacts dataset) {
    return List.of();
  }

  /**
   * Problems of the method with an architecture, for example that there is no shared trunk; checked
   * when a run is planned.
   *
   * @param network blueprint of the network of all tasks
   */
  default List<Problem> checkNetwork(C config, Blueprint network) {
    return List.of();
  }

  /**
   * The config keys whose values the method tunes itself, each with the reason, for example {@code
   * search-learning-rates is true}. A matrix cannot tune these keys, since their values would not
   * be used.
   */
  default Map<String, String> ownSearch(C config) {
    return Map.of();
  }

  /** Creates a method for one cell. */
  Method create(C config, MethodContext context);
}
