package org.mtlbench.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The seeds of rows: a row's own, otherwise those of the matrix; a seed on the command line
 * replaces all.
 *
 * @param ofMatrix seeds of rows without their own
 * @param only whether they apply to every row
 */
record Seeds(List<Long> ofMatrix, boolean only) {
  static Seeds of(List<Long> matrix, OptionalLong override) {
    return override.isPresent()
        ? new Seeds(List.of(override.getAsLong()), true)
        : new Seeds(matrix, false);
  }

  /** The seeds of a row. */
  List<Long> of(Row row) {
    return only || row.seeds().isEmpty() ? ofMatrix : row.seeds();
  }

  /** The rows for each seed, in order; the matrix's seeds come first. */
  Map<Long, List<Row>> rowsBySeed(List<Row> rows) {
    Map<Long, List<Row>> bySeed = new LinkedHashMap<>();
    ofMatrix.forEach(seed -> bySeed.put(seed, new ArrayList<>()));
    for (Row row : rows) {
      of(row).forEach(seed -> bySeed.computeIfAbsent(seed, s -> new ArrayList<>()).add(row));
    }
    return bySeed;
  }
}
