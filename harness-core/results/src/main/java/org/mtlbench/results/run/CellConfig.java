package org.mtlbench.results.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.check.Check;

/**
 * The full effective configurations of a cell, defaults included, as JSON objects. The trees are
 * copied on the way in and must not be changed by readers. Of a cell that was tuned, the values of
 * the trial chosen (see {@link SearchRecord}) stood in place of the method's.
 *
 * @param method the method's configuration
 * @param dataset the dataset's
 * @param architecture the architecture's
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
