package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Keys that a method takes on some datasets or architectures only.
 *
 * @param at where it stands, for example {@code methods[2].overrides[0]}
 * @param dataset the dataset's id; any if empty
 * @param architecture the architecture's id; any if empty
 * @param note takes the place of the method's note
 * @param config laid over the method's config key by key
 */
public record ConditionalConfig(
    String at,
    Optional<String> dataset,
    Optional<String> architecture,
    Optional<String> note,
    ObjectNode config) {
  /** Whether it holds for a pair. */
  public boolean matches(String datasetId, String architectureId) {
    return dataset.map(datasetId::equals).orElse(true)
        && architecture.map(architectureId::equals).orElse(true);
  }
}
