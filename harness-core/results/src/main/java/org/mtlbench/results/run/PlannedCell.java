package org.mtlbench.results.run;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * A cell of the plan.
 *
 * @param id hash of the full effective configuration, seed included; 8 to 64 hexadecimal digits
 * @param label the method's name in tables
 * @param note the matrix's note for the row; absent if there is none, and in records of earlier
 *     versions
 * @param dataset id of the dataset, or its label in the matrix
 * @param architecture id of the architecture, or its label in the matrix
 * @param method id of the method
 * @param seed the run seed
 * @param config effective configurations; cells that differ only in the seed share a row
 */
public record PlannedCell(
    String id,
    String label,
    Optional<String> note,
    String dataset,
    String architecture,
    String method,
    long seed,
    CellConfig config) {
  /** Checks for null and the id. */
  public PlannedCell {
    Check.id("cell.id", id);
    Check.text("cell.label", label);
    Objects.requireNonNull(note, "cell.note").ifPresent(text -> Check.text("cell.note", text));
    Check.text("cell.dataset", dataset);
    Check.text("cell.architecture", architecture);
    Check.text("cell.method", method);
    Objects.requireNonNull(config, "cell.config");
  }

  /** A cell without a note. */
  public PlannedCell(
      String id,
      String label,
      String dataset,
      String architecture,
      String method,
      long seed,
      CellConfig config) {
    this(id, label, Optional.empty(), dataset, architecture, method, seed, config);
  }
}
