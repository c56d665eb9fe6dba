package org.mtlbench.reports.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row of a table.
 *
 * @param entries one for each column
 * @param flags what keeps the row from counting in full, of any of its cells
 * @param cells ids of the cells behind it, seeds in the order of the plan
 */
public record Row(List<Entry> entries, Set<Flag> flags, List<String> cells) {
  /** Keeps copies. */
  public Row {
    entries = List.copyOf(entries);
    Set<Flag> copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
    cells = List.copyOf(cells);
  }
}
