package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtlbench.reports.model.CommonNotes;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.SeedGroup;

/**
 * The notes of a table's rows. Notes of every row with a result go below the table; the others
 * become footnotes, numbered in the order of first use.
 */
final class Notes {
  // Longer notes go below the table, so that it fits a terminal.
  private static final int MAX_PHRASE_LENGTH = 32;

  private final IdentityHashMap<SeedGroup, List<String>> own = new IdentityHashMap<>();
  private final List<String> common = new ArrayList<>();
  private final Set<Flag> flags;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /**
   * Collects the notes of the rows.
   *
   * @param shown rows of the table
   * @param notes the notes of a row
   */
  Notes(Rows rows, List<SeedGroup> shown, Function<SeedGroup, List<String>> notes) {
    shown.forEach(group -> own.put(group, notes.apply(group)));
    List<SeedGroup> known = shown.stream().filter(group -> !group.results().isEmpty()).toList();
    this.flags = CommonNotes.intersection(known.stream().map(SeedGroup::resultFlags).toList());
    rows.training().ifPresent(common::add);
    common.addAll(
        CommonNotes.intersection(
            known.stream().map(group -> new LinkedHashSet<>(own.get(group))).toList()));
  }

  /** The entry of a row in the notes column: why seeds have no result, and footnotes. */
  Entry of(SeedGroup group) {
    return of(group, List.of());
  }

  /** The same, with additional notes of this line. */
  Entry of(SeedGroup group, List<String> more) {
    List<String> phrases = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    for (RowNotes.Gap gap : RowNotes.gaps(group)) {
      String phrase = gap.text();
      if (phrase.length() <= MAX_PHRASE_LENGTH) {
        phrases.add(phrase);
      } else {
        phrases.add(gap.phrase());
        found.add(number(gap.reason()));
      }
    }
    Stream.concat(own.get(group).stream(), more.stream())
        .filter(note -> !common.contains(note))
        .forEach(note -> found.add(number(note)));
    return Entry.text(String.join("; ", phrases))
        .noted(found.stream().distinct().sorted().toList());
  }

  /** The number of a footnote, counted from 1. */
  int number(String text) {
    return numbers.computeIfAbsent(text, ignored -> numbers.size() + 1);
  }

  /** The footnotes in the order of their numbers. */
  List<String> footnotes() {
    return List.copyOf(numbers.keySet());
  }

  /** The flags and notes that apply to every row. */
  CommonNotes common() {
    return new CommonNotes(flags, common);
  }
}
