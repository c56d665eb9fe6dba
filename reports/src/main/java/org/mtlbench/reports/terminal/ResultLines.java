package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.SingleLine;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.tables.RowNotes;

/** Converts the rows of a table to lines, and numbers their notes in the order of first use. */
final class ResultLines {
  // A reason may be an arbitrary exception message; the report's files have the full text.
  private static final int MAX_REASON = 160;

  private final Rows rows;
  private final Table table;
  private final List<String> notes = new ArrayList<>();

  ResultLines(Rows rows, Table table) {
    this.rows = rows;
    this.table = table;
  }

  /** The line of a row. */
  ResultLine of(Row row, SeedGroup group) {
    StringBuilder marks = new StringBuilder();
    for (String note : notes(row, group)) {
      if (!notes.contains(note)) {
        notes.add(note);
      }
      marks.append('[').append(notes.indexOf(note) + 1).append(']');
    }
    return new ResultLine(row, group, method(group), marks.toString());
  }

  /** The notes of the lines built so far, in the order of their numbers. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** The label, with the preference vector if the label alone is ambiguous. */
  private String method(SeedGroup group) {
    String label = SingleLine.of(group.cell().label());
    boolean alone =
        rows.groups().stream()
                .filter(other -> other.cell().dataset().equals(group.cell().dataset()))
                .filter(other -> other.cell().architecture().equals(group.cell().architecture()))
                .filter(other -> other.cell().label().equals(group.cell().label()))
                .limit(2)
                .count()
            == 1;
    return alone || group.preference().isEmpty() ? label : label + " " + group.preference();
  }

  /** The notes of a row with a result that not all such rows share. */
  private List<String> notes(Row row, SeedGroup group) {
    if (group.results().isEmpty()) {
      return List.of();
    }
    List<String> own = new ArrayList<>();
    Set<String> reasons = new LinkedHashSet<>();
    for (RowNotes.Gap gap : RowNotes.gaps(group)) {
      reasons.add(gap.reason());
      own.add(LineBreaks.cut(gap.text(), MAX_REASON));
    }
    footnotes(row).stream().filter(note -> !reasons.contains(note)).forEach(own::add);
    return own;
  }

  private List<String> footnotes(Row row) {
    return row.entries().stream()
        .flatMap(entry -> entry.notes().stream())
        .distinct()
        .map(number -> table.footnotes().get(number - 1))
        .toList();
  }
}
