package org.mtlbench.results.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.check.Check;

/**
 * The full effective configurations of a cell, defaults included, as JSON objects. The trees are
 * copied and must not be modified. If a cell was tuned, the values of the chosen trial (see {@link
 * SearchRecord}) override the method's configuration.
 *
 * @param method configuration of the method
 * @param dataset configuration of the dataset
 * @param architecture configuration of the architecture
 */
public record CellConfig(JsonNode method, JsonNode dataset, JsonNode architecture) {
  /**
   * Copies the trees.
   *
   * @throws IllegalArgumentException if one is not a JSON object
   */
  public CellConfig {
    method = Check.object("config.method", method);
    dataset = Check.object("config.dataset", dataset);
    architecture = Check.object("config.architecture", architecture);
  }
}
