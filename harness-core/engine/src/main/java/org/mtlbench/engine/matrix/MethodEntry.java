package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A method that a matrix asks for.
 *
 * @param at where it stands, for example {@code methods[2]}
 * @param id the plugin's id, as written
 * @param label the name in tables; if empty, the method's title is taken
 * @param note a remark on the rows, shown as their footnote
 * @param config the keys that differ from the defaults, as written
 * @param overrides configs of some datasets and architectures; the first that matches wins
 */
public record MethodEntry(
    String at,
    String id,
    Optional<String> label,
    Optional<String> note,
    ObjectNode config,
    List<ConditionalConfig> overrides) {
  public MethodEntry {
    overrides = List.copyOf(overrides);
  }

  /** The override that holds for a pair, if there is one. */
  public Optional<ConditionalConfig> override(String dataset, String architecture) {
    return overrides.stream().filter(o -> o.matches(dataset, architecture)).findFirst();
  }

  /** The remark on the rows that an override, or none, makes: its own, else the method's. */
  public Optional<String> note(Optional<ConditionalConfig> override) {
    return override.flatMap(ConditionalConfig::note).or(() -> note);
  }
}
