package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Common;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.published.PublishedFigures;
import org.mtlbench.reports.published.PublishedRow;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;

/**
 * Measured rows beside published ones: for each row of the run that a published one is about, three
 * lines, measured, published and the difference.
 */
public final class PublishedTable {
  private final Rows rows;
  private final PublishedFigures published;
  private final Notes notes;

  private PublishedTable(Rows rows, PublishedFigures published) {
    this.rows = rows;
    this.published = published;
    this.notes =
        new Notes(
            rows,
            rows.groups().stream()
                .filter(group -> published.of(group.cell(), group.preference()).isPresent())
                .toList(),
            group -> RowNotes.of(group, rows));
  }

  /** The table of a run; absent if no published row is about one that has a result. */
  public static Optional<Table> of(Rows rows, PublishedFigures published) {
    return new PublishedTable(rows, published).table();
  }

  private Optional<Table> table() {
    List<Row> lines = new ArrayList<>();
    int open = 0;
    for (SeedGroup group : rows.groups()) {
      Optional<PublishedRow> row = published.of(group.cell(), group.preference());
      if (row.isPresent() && group.results().isEmpty()) {
        open++;
      } else {
        row.ifPresent(known -> lines.addAll(lines(group, known)));
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "published",
                "Beside the published figures",
                columns(),
                lines,
                captions(open),
                notes.footnotes(),
                new Common(notes.common().flags(), List.of())));
  }

  private List<Column> columns() {
    List<Column> columns = Rows.head();
    columns.add(Column.text("source", "Source"));
    columns.add(Column.number("sr-percent", "SR %"));
    columns.add(Column.number("cr", "CR"));
    columns.add(Column.number("ps", "PS"));
    columns.add(Column.number("accuracy-task1", "Task 1 %"));
    columns.add(Column.number("accuracy-task2", "Task 2 %"));
    columns.add(Column.number("accuracy-mean", "Mean %"));
    columns.add(Column.number("main-minutes", "Train min"));
    columns.add(Column.text("notes", "Notes"));
    return columns;
  }

  /** What stands in a column: the measured summary, and the published number. */
  private record Pair(Optional<Summary> measured, double published) {}

  private List<Row> lines(SeedGroup group, PublishedRow row) {
    List<Pair> pairs = pairs(group, row);
    List<Entry> measured = line(group, "measured");
    List<Entry> printed = line(group, "published");
    List<Entry> difference = line(group, "difference");
    for (Pair pair : pairs) {
      measured.add(Figures.measured(pair.measured()));
      printed.add(Entry.number(Figures.decimals(pair.published()), pair.published()));
      difference.add(
          pair.measured()
              .map(summary -> Figures.change(summary.mean() - pair.published()))
              .orElseGet(Entry::nothing));
    }
    measured.add(notes(group, row));
    printed.add(
        row.namesArchitecture()
            ? Entry.text("")
            : Entry.text("")
                .noted(List.of(notes.number("the paper names no architecture for this row"))));
    difference.add(Entry.text(""));
    return List.of(
        Rows.row(group, measured),
        new Row(printed, Set.of(), List.of()),
        Rows.row(group, difference));
  }

  private static List<Entry> line(SeedGroup group, String source) {
    List<Entry> entries = Rows.head(group);
    entries.add(Entry.text(source));
    return entries;
  }

  private List<Pair> pairs(SeedGroup group, PublishedRow row) {
    List<Pair> pairs = new ArrayList<>();
    pairs.add(new Pair(group.summary(Measures::sr), row.sr()));
    pairs.add(new Pair(group.summary(Measures::cr), row.cr()));
    pairs.add(new Pair(group.summary(Measures::ps), row.ps()));
    for (int task = 0; task < row.accuracies().size(); task++) {
      pairs.add(new Pair(rows.tasks().accuracy(group, task), row.accuracies().get(task)));
    }
    pairs.add(new Pair(group.summary(Measures::meanAccuracy), row.mean()));
    pairs.add(new Pair(minutes(group, row), row.minutes()));
    return pairs;
  }

  /** Where the paper adds up repetitions, so are the seeds. */
  private static Optional<Summary> minutes(SeedGroup group, PublishedRow row) {
    Optional<Summary> minutes = group.summary(Measures::mainMinutes);
    return row.repetitions() == 1
        ? minutes
        : minutes.map(
            summary ->
                new Summary(
                    1,
                    summary.sum(),
                    summary.sum(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()));
  }

  private Entry notes(SeedGroup group, PublishedRow row) {
    int done = group.results().size();
    return notes.of(
        group,
        row.repetitions() > 1 && done > 0
            ? List.of(
                "minutes of "
                    + done
                    + (done == 1 ? " seed" : " seeds together")
                    + ", the paper's of "
                    + row.repetitions()
                    + " repetitions")
            : List.of());
  }

  private List<Text> captions(int open) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Published: "
                + published.citation()
                + ", for rows of the same dataset, architecture, label and preference vector."
                + " Difference: measured minus published, in points, ratios and minutes. Times are of"
                + " different machines."));
    if (!notes.common().notes().isEmpty()) {
      captions.add(
          Text.of("All measured rows: " + String.join("; ", notes.common().notes()) + "."));
    }
    if (open > 0) {
      captions.add(
          Text.of(
              "Without a result and left out: "
                  + open
                  + (open == 1 ? " row" : " rows")
                  + " that the paper has figures for."));
    }
    rows.tasks().caption().ifPresent(captions::add);
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    return captions;
  }
}
