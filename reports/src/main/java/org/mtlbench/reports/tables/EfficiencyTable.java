package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.ExecutionRecord;

/**
 * What a result costs: parameters, time of an epoch, wall-clock and processor time of the main
 * training and in all, memory, and under which conditions.
 */
public final class EfficiencyTable {
  private EfficiencyTable() {}

  /** The table of a run. */
  public static Table of(Rows rows) {
    Notes notes = new Notes(rows, rows.groups(), group -> RowNotes.of(group, rows));
    List<Row> lines =
        rows.groups().stream().map(group -> Rows.row(group, entries(group, rows, notes))).toList();
    return new Table(
        "efficiency",
        "Efficiency",
        columns(rows),
        lines,
        captions(rows),
        notes.footnotes(),
        notes.common());
  }

  private static List<Column> columns(Rows rows) {
    List<Column> columns = Rows.head();
    columns.add(Column.number("seeds", "Seeds"));
    columns.add(Column.number("parameters", "Parameters"));
    columns.add(Column.number("nonzero-parameters", "Nonzero"));
    columns.add(Column.number("epochs", "Phase epochs"));
    columns.add(Column.number("seconds-per-epoch", "s/epoch"));
    columns.add(Column.number("main-minutes", "Main min"));
    columns.add(Column.number("main-cpu-minutes", "Main CPU min"));
    columns.add(Column.number("total-minutes", "Total min"));
    columns.add(Column.number("total-cpu-minutes", "Total CPU min"));
    if (rows.severalSeeds()) {
      columns.add(Column.number("all-seeds-minutes", "All seeds min"));
    }
    columns.add(Column.number("peak-megabytes", "Peak MB"));
    columns.add(Column.text("slots", "Slots"));
    columns.add(Column.text("device", "Device"));
    columns.add(Column.text("notes", "Notes"));
    return columns;
  }

  private static List<Entry> entries(SeedGroup group, Rows rows, Notes notes) {
    List<Entry> entries = Rows.head(group);
    entries.add(Rows.seeds(group));
    entries.add(Figures.wholeMean(group.summary(Measures::parameters)));
    entries.add(Figures.wholeMean(group.summary(Measures::nonzeroParameters)));
    entries.add(Figures.wholeMean(group.summary(Measures::mainPhaseEpochs)));
    entries.add(Figures.measured(group.summary(Measures::secondsPerEpoch)));
    entries.add(Figures.measured(group.summary(Measures::mainMinutes)));
    entries.add(Figures.measured(group.summary(Measures::mainCpuMinutes)));
    entries.add(Figures.measured(group.summary(Measures::totalMinutes)));
    entries.add(Figures.measured(group.summary(Measures::totalCpuMinutes)));
    if (rows.severalSeeds()) {
      entries.add(
          group
              .summary(Measures::totalMinutes)
              .map(Summary::sum)
              .map(sum -> Entry.number(Figures.decimals(sum), sum))
              .orElseGet(Entry::nothing));
    }
    entries.add(Figures.wholeMean(group.summary(Measures::peakMegabytes)));
    entries.add(Entry.text(distinct(group, execution -> Integer.toString(execution.slots()))));
    entries.add(Entry.text(distinct(group, ExecutionRecord::device)));
    entries.add(notes.of(group));
    return entries;
  }

  private static String distinct(SeedGroup group, Function<ExecutionRecord, String> value) {
    String all =
        group.results().stream()
            .map(cell -> value.apply(cell.execution()))
            .distinct()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Entry.nothing().text() : all;
  }

  private static List<Text> captions(Rows rows) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Parameters: trainable ones of the final model. Phase epochs and s/epoch: of the main"
                + " phases, validation included; networks trained one after the other add their epochs. Main:"
                + " the training that gives the model; Total: searches, trials and what is shared with"
                + " other cells (charged to each of them) included. CPU: processor time of all threads;"
                + " the rest is wall-clock time. Peak MB: resident memory of the worker, in millions of bytes."));
    if (rows.severalSeeds()) {
      captions.add(
          Text.of(
              "All seeds: the sum of Total over the seeds done, as for repetitions of a method."));
      captions.add(Captions.INTERVALS);
    }
    if (!rows.results().results().isEmpty()) {
      captions.add(Text.of("Times: " + Captions.conditions(rows.results().results())));
    }
    return captions;
  }
}
