package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.engine.matrix.ConditionalConfig;
import org.mtlbench.engine.matrix.Entry;
import org.mtlbench.engine.matrix.MethodEntry;

/**
 * The location of a config in the matrix.
 *
 * @param base path of the entry's own config
 * @param override the override, if there is one
 */
record ConfigLocation(String base, Optional<ConditionalConfig> override) {
  /** The config of a dataset or an architecture. */
  static ConfigLocation of(Entry entry) {
    return new ConfigLocation(entry.at() + ".config", Optional.empty());
  }

  /** The config of a method. */
  static ConfigLocation of(MethodEntry entry, Optional<ConditionalConfig> override) {
    return new ConfigLocation(entry.at() + ".config", override);
  }

  /** A problem of the config with its path in the file. */
  Problem locate(Problem problem) {
    String key = problem.rootKey();
    return problem.under(
        override
            .filter(o -> key.isEmpty() || o.config().has(key))
            .map(o -> o.at() + ".config")
            .orElse(base));
  }

  /** The entry's config with the keys of the override. */
  ObjectNode merge(ObjectNode config) {
    ObjectNode merged = config.deepCopy();
    override.ifPresent(o -> merged.setAll(o.config()));
    return merged;
  }
}
