package org.mtlbench.reports.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row of a table.
 *
 * @param entries one entry per column
 * @param flags flags of any of its cells
 * @param cells ids of the row's cells, in the order of the plan
 */
public record Row(List<Entry> entries, Set<Flag> flags, List<String> cells) {
  /** Makes defensive copies. */
  public Row {
    entries = List.copyOf(entries);
    Set<Flag> copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
    cells = List.copyOf(cells);
  }
}
