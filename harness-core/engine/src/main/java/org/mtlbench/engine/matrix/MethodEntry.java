package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.Distinct;
import org.mtlbench.toolbox.config.Entries;
import org.mtlbench.toolbox.config.Expected;
import org.mtlbench.toolbox.config.Location;
import org.mtlbench.toolbox.config.ShortForm;

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
@ShortForm("id")
public record MethodEntry(
    @Location String at,
    @Expected("the id of a plugin") String id,
    @Expected("a text in one line") Optional<String> label,
    @Expected("a footnote for the rows, a text in one line") Optional<String> note,
    @Default("{}") ObjectNode config,
    @Default("[]") @Entries("condition") List<ConditionalConfig> overrides)
    implements Distinct {
  /** Keys that change no result. */
  static final List<String> LABELS = List.of("label", "note");

  public MethodEntry {
    overrides = List.copyOf(overrides);
  }

  /** What makes its results: everything but its label and notes. */
  @Override
  public Object identity() {
    ObjectNode tree = ConfigBinder.toTree(this).remove(LABELS);
    tree.path("overrides").forEach(override -> ((ObjectNode) override).remove(LABELS));
    return Canonical.normalise(tree);
  }

  /** The override that holds for a pair, if there is one. */
  public Optional<ConditionalConfig> override(Entry dataset, Entry architecture) {
    return overrides.stream().filter(o -> o.when().matches(dataset, architecture)).findFirst();
  }

  /** The remark on the rows that an override, or none, makes: its own, else the method's. */
  public Optional<String> note(Optional<ConditionalConfig> override) {
    return override.flatMap(ConditionalConfig::note).or(() -> note);
  }
}
