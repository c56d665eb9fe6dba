package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.rows.ConfigDifference;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.SeedGroup;

/**
 * The notes of a comparison's rows: how the two rows of a pair differ apart from their results, and
 * the notes of each row in its own run. Footnotes are numbered in the order of first use.
 */
final class ComparisonNotes {
  private final Rows first;
  private final Rows second;
  private final Map<String, Integer> footnotes = new LinkedHashMap<>();

  ComparisonNotes(Rows first, Rows second) {
    this.first = first;
    this.second = second;
  }

  /** All notes of a pair. */
  Set<String> of(RowMatching.Pair pair) {
    Set<String> notes = new LinkedHashSet<>();
    if (pair.first().isPresent() && pair.second().isPresent()) {
      notes.addAll(differences(pair, pair.first().get(), pair.second().get()));
    }
    Map<String, String> sides = new LinkedHashMap<>();
    pair.first().ifPresent(group -> sideNotes("A", group, first, sides));
    pair.second().ifPresent(group -> sideNotes("B", group, second, sides));
    sides.forEach((note, side) -> notes.add(side + ": " + note));
    return notes;
  }

  private static List<String> differences(RowMatching.Pair pair, SeedGroup a, SeedGroup b) {
    List<String> notes = new ArrayList<>();
    String config = ConfigDifference.between(b.cell(), List.of(a.cell()));
    if (!config.isEmpty()) {
      notes.add("B differs in its configuration: " + config);
    }
    Entry epochsOfA = Rows.mainEpochs(a);
    Entry epochsOfB = Rows.mainEpochs(b);
    if (epochsOfA.isNumber()
        && epochsOfB.isNumber()
        && !pair.equallyTrained()
        && !epochsOfA.text().equals(epochsOfB.text())) {
      notes.add(
          "epochs of main training: " + epochsOfA.text() + " in A, " + epochsOfB.text() + " in B");
    }
    return notes;
  }

  private static void sideNotes(
      String side, SeedGroup group, Rows rows, Map<String, String> sides) {
    List<String> notes = new ArrayList<>();
    for (RowNotes.Gap gap : RowNotes.gaps(group)) {
      notes.add(gap.text());
    }
    notes.addAll(RowNotes.of(group, rows));
    notes.forEach(note -> sides.merge(note, side, (one, other) -> one + " and " + other));
  }

  /** The entry of a pair in the notes column: a run that lacks the row, and footnotes. */
  Entry entry(RowMatching.Pair pair, List<String> notes) {
    String text = pair.first().isEmpty() ? "only in B" : pair.second().isEmpty() ? "only in A" : "";
    return Entry.text(text).noted(notes.stream().map(this::number).sorted().toList());
  }

  private int number(String note) {
    return footnotes.computeIfAbsent(note, ignored -> footnotes.size() + 1);
  }

  /** The footnotes in the order of their numbers. */
  List<String> footnotes() {
    return List.copyOf(footnotes.keySet());
  }
}
