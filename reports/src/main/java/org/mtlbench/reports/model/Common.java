package org.mtlbench.reports.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What holds for every row of a table that has a result. It stands once under the table; rows show
 * what they differ in.
 *
 * @param flags flags of all these rows; a row still has them in {@link Row#flags}, and formats that
 *     people read do not show them again
 * @param notes plain texts, which no row has among its footnotes
 */
public record Common(Set<Flag> flags, List<String> notes) {
  /** Nothing holds for every row. */
  public static final Common NOTHING = new Common(Set.of(), List.of());

  /** Keeps copies. */
  public Common {
    Set<Flag> copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
    notes = List.copyOf(notes);
  }

  /**
   * What occurs in each of the sets, in the order of the first; nothing if there is one set only.
   */
  public static <T> Set<T> intersection(List<? extends Set<T>> sets) {
    if (sets.size() < 2) {
      return Set.of();
    }
    Set<T> common = new LinkedHashSet<>(sets.get(0));
    sets.forEach(common::retainAll);
    return common;
  }

  /** The notes as one sentence for below the table; empty if there are none. */
  public List<Text> captions() {
    return notes.isEmpty()
        ? List.of()
        : List.of(Text.of("All rows: " + String.join("; ", notes) + "."));
  }
}
