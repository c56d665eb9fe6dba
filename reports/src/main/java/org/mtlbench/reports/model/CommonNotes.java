package org.mtlbench.reports.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Flags and notes that apply to every row of a table that has a result. They are shown once below
 * the table.
 *
 * @param flags flags of all these rows; {@link Row#flags} still has them, and formats for people do
 *     not repeat them
 * @param notes plain texts, which are not repeated in the footnotes of rows
 */
public record CommonNotes(Set<Flag> flags, List<String> notes) {
  /** No common flags or notes. */
  public static final CommonNotes NONE = new CommonNotes(Set.of(), List.of());

  /** Makes defensive copies. */
  public CommonNotes {
    Set<Flag> copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
    notes = List.copyOf(notes);
  }

  /** The intersection of the sets, in the order of the first; empty if there is only one set. */
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
