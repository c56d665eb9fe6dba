package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.Distinct;
import org.mtlbench.toolbox.config.Expected;
import org.mtlbench.toolbox.config.Location;
import org.mtlbench.toolbox.config.ShortForm;

/**
 * A dataset or an architecture of a matrix.
 *
 * @param at path in the matrix, for example {@code datasets[1]}
 * @param id the plugin's id, as written
 * @param label name in tables; the id if empty
 * @param config the keys that differ from the defaults, as written
 */
@ShortForm("id")
public record Entry(
    @Location String at,
    @Expected("the id of a plugin") String id,
    @Expected(MatrixSpec.NAME_ALLOWED) Optional<String> label,
    @Default("{}") ObjectNode config)
    implements Distinct {
  /** Everything that affects its results: all but the label. */
  @Override
  public Object identity() {
    return CanonicalJson.normalise(ConfigBinder.toTree(this).remove(MethodEntry.LABELS));
  }

  /** The name in tables. */
  public String name() {
    return label.orElse(id);
  }
}
