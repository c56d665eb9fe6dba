package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.mtlbench.reports.model.CommonNotes;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.published.PublishedFigures;
import org.mtlbench.reports.published.PublishedRow;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * Measured rows next to published ones. Each row of the run that has a published counterpart gets
 * three lines: measured, published and difference.
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

  /** The table of a run; absent if no row with a result has a published counterpart. */
  public static Optional<Table> of(Rows rows, PublishedFigures published) {
    return new PublishedTable(rows, published).table();
  }

  private Optional<Table> table() {
    ColumnList<Line> columns = columns();
    List<Row> lines = new ArrayList<>();
    int open = 0;
    for (SeedGroup group : rows.groups()) {
      Optional<PublishedRow> row = published.of(group.cell(), group.preference());
      if (row.isPresent() && group.results().isEmpty()) {
        open++;
      } else {
        row.ifPresent(
            known -> {
              for (Source source : Source.values()) {
                lines.add(row(new Line(group, known, source), columns));
              }
            });
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "published",
                "Comparison with published results",
                columns.columns(),
                lines,
                captions(open),
                notes.footnotes(),
                new CommonNotes(notes.common().flags(), List.of())));
  }

  /** The kind of a line. */
  private enum Source {
    MEASURED,
    PUBLISHED,
    DIFFERENCE
  }

  /** A line of a row that has a published counterpart. */
  private record Line(SeedGroup group, PublishedRow row, Source source) {
    /** The measured value, the published one, or their difference. */
    Entry figure(Optional<Summary> measured, double published) {
      return switch (source) {
        case MEASURED -> NumberFormats.measured(measured);
        case PUBLISHED -> Entry.number(NumberFormats.decimals(published), published);
        case DIFFERENCE ->
            measured
                .map(summary -> NumberFormats.change(summary.mean() - published))
                .orElseGet(Entry::missing);
      };
    }

    Entry figure(Function<CellRecord, Optional<Double>> measure, double published) {
      return figure(group.summary(measure), published);
    }
  }

  private ColumnList<Line> columns() {
    return ColumnList.named(rows, Line::group)
        .text("source", "Source", line -> line.source().name().toLowerCase(Locale.ROOT))
        .number("sr-percent", "SR %", line -> line.figure(Measures::sr, line.row().sr()))
        .number("cr", "CR", line -> line.figure(Measures::cr, line.row().cr()))
        .number("ps", "PS", line -> line.figure(Measures::ps, line.row().ps()))
        .number("accuracy-task1", "Task 1 %", line -> accuracy(line, 0))
        .number("accuracy-task2", "Task 2 %", line -> accuracy(line, 1))
        .number(
            "accuracy-mean",
            "Mean %",
            line -> line.figure(rows.headline(line.group()), line.row().mean()))
        .number(
            "main-minutes",
            "Train min",
            line -> line.figure(minutes(line.group(), line.row()), line.row().minutes()))
        .notes(this::notes);
  }

  private Entry accuracy(Line line, int task) {
    List<TaskRecord> tasks = line.group().tasks();
    Optional<Summary> measured =
        task < tasks.size()
            ? line.group().summary(TaskMetric.primary(tasks.get(task))::test)
            : Optional.empty();
    return line.figure(measured, line.row().accuracies().get(task));
  }

  private static Row row(Line line, ColumnList<Line> columns) {
    List<Entry> entries = columns.entries(line);
    return line.source() == Source.PUBLISHED
        ? new Row(entries, Set.of(), List.of())
        : Rows.row(line.group(), entries);
  }

  /** Minutes are added up over seeds if the paper adds up repetitions. */
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

  private Entry notes(Line line) {
    return switch (line.source()) {
      case MEASURED -> notes.of(line.group(), repetitions(line));
      case PUBLISHED ->
          line.row().namesArchitecture()
              ? Entry.text("")
              : Entry.text("")
                  .noted(
                      List.of(
                          notes.number("the paper does not name an architecture for this row")));
      case DIFFERENCE -> Entry.text("");
    };
  }

  private static List<String> repetitions(Line line) {
    int done = line.group().results().size();
    return line.row().repetitions() > 1 && done > 0
        ? List.of(
            "minutes of "
                + done
                + (done == 1 ? " seed" : " seeds in total")
                + ", the paper's of "
                + line.row().repetitions()
                + " repetitions")
        : List.of();
  }

  private List<Text> captions(int open) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Published: "
                + published.citation()
                + ", for rows of the same dataset, architecture, label and preference"
                + " vector. Difference: measured minus published, in percentage points,"
                + " ratios and minutes. Times were measured on different machines."));
    if (!notes.common().notes().isEmpty()) {
      captions.add(
          Text.of("All measured rows: " + String.join("; ", notes.common().notes()) + "."));
    }
    if (open > 0) {
      captions.add(
          Text.of(
              "Omitted, since without a result: "
                  + open
                  + (open == 1 ? " row" : " rows")
                  + " that the paper reports."));
    }
    rows.tasks().caption().ifPresent(captions::add);
    if (rows.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    return captions;
  }
}
