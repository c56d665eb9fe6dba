package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.mtlbench.toolbox.config.Distinct;
import org.mtlbench.toolbox.config.Expected;
import org.mtlbench.toolbox.config.Location;

/**
 * Config keys of a method for some datasets or architectures.
 *
 * @param at path in the matrix, for example {@code methods[2].overrides[0]}
 * @param when condition
 * @param note replaces the method's note
 * @param config replaces keys of the method's config
 */
public record ConditionalConfig(
    @Location String at,
    @Expected(CONDITION) When when,
    Optional<String> note,
    @Expected("a mapping of config keys") ObjectNode config)
    implements Distinct {
  /** The form of a condition. */
  static final String CONDITION = "a mapping with dataset, architecture or both";

  /**
   * A condition.
   *
   * @param dataset the dataset's id or label; any if empty
   * @param architecture the architecture's id or label; any if empty
   */
  public record When(
      @Expected("the id of a dataset") Optional<String> dataset,
      @Expected("the id of an architecture") Optional<String> architecture) {
    /** Whether the condition holds for a pair. */
    public boolean matches(Entry datasetEntry, Entry architectureEntry) {
      return matches(dataset, datasetEntry) && matches(architecture, architectureEntry);
    }

    private static boolean matches(Optional<String> condition, Entry entry) {
      return condition.map(List.of(entry.id(), entry.name())::contains).orElse(true);
    }
  }

  @Override
  public Object identity() {
    return when;
  }
}
