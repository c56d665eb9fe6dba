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
 * A single row in addition to the cross product.
 *
 * @param at path in the matrix, for example {@code cells[0]}
 * @param dataset the dataset
 * @param architecture the architecture
 * @param method the method
 * @param seeds run seeds of this row; empty for the matrix's
 */
public record CellEntry(
    @Location String at,
    @Expected("a dataset") Entry dataset,
    @Expected("an architecture") Entry architecture,
    @Expected("a method") RowMethod method,
    @Default("[]") @Entries("whole number") List<Long> seeds)
    implements Distinct {
  public CellEntry {
    seeds = List.copyOf(seeds);
  }

  /** A method without overrides; the components are those of {@link MethodEntry}. */
  @ShortForm("id")
  public record RowMethod(
      @Location String at,
      @Expected("the id of a plugin") String id,
      @Expected("a text in one line") Optional<String> label,
      @Expected("a footnote for the rows, a text in one line") Optional<String> note,
      @Default("{}") ObjectNode config) {
    /** The same method without overrides. */
    public MethodEntry entry() {
      return new MethodEntry(at, id, label, note, config, List.of());
    }
  }

  /** Everything that affects its results: all but labels and notes. */
  @Override
  public Object identity() {
    ObjectNode tree = ConfigBinder.toTree(this);
    for (String part : List.of("dataset", "architecture", "method")) {
      ((ObjectNode) tree.get(part)).remove(MethodEntry.LABELS);
    }
    return CanonicalJson.normalise(tree);
  }
}
