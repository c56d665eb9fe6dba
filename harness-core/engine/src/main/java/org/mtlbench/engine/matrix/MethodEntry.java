package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.Distinct;
import org.mtlbench.toolbox.config.Entries;
import org.mtlbench.toolbox.config.Expected;
import org.mtlbench.toolbox.config.Location;
import org.mtlbench.toolbox.config.ShortForm;

/**
 * A method of a matrix.
 *
 * @param at path in the matrix, for example {@code methods[2]}
 * @param id the plugin's id, as written
 * @param label name in tables; the method's title if empty
 * @param note a remark on the rows, shown as a footnote
 * @param config the keys that differ from the defaults, as written
 * @param overrides configs for some datasets and architectures; the first match wins
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
  /** Keys that do not affect results. */
  static final List<String> LABELS = List.of("label", "note");

  public MethodEntry {
    overrides = List.copyOf(overrides);
  }

  /** Everything that affects its results: all but label and notes. */
  @Override
  public Object identity() {
    ObjectNode tree = ConfigBinder.toTree(this).remove(LABELS);
    tree.path("overrides").forEach(override -> ((ObjectNode) override).remove(LABELS));
    return CanonicalJson.normalise(tree);
  }

  /** The override for a pair, if there is one. */
  public Optional<ConditionalConfig> override(Entry dataset, Entry architecture) {
    return overrides.stream().filter(o -> o.when().matches(dataset, architecture)).findFirst();
  }

  /** A method with another label and further config keys. */
  MethodEntry with(String newLabel, ObjectNode keys) {
    return new MethodEntry(
        at, id, Optional.of(newLabel), note, config.deepCopy().setAll(keys), overrides);
  }

  /** A problem for each place in the configs that sets one of some keys. */
  List<Problem> problemsOfKeys(Set<String> keys, String reason) {
    List<Problem> problems = new ArrayList<>();
    for (String key : keys) {
      reject(config, at, key, reason, problems);
      overrides.forEach(o -> reject(o.config(), o.at(), key, reason, problems));
    }
    return problems;
  }

  private static void reject(
      ObjectNode config, String at, String key, String reason, List<Problem> problems) {
    if (config.has(key)) {
      problems.add(Problem.of(at + ".config." + key, config.get(key), "nothing, since " + reason));
    }
  }

  /** The note of the rows of an override, or of no override: its own, otherwise the method's. */
  public Optional<String> note(Optional<ConditionalConfig> override) {
    return override.flatMap(ConditionalConfig::note).or(() -> note);
  }
}
