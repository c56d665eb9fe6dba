package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.ExecutionRecord;

/**
 * The cost of each result: parameters, time per epoch, wall-clock and processor time of the main
 * training and in total, memory, and the conditions of the measurement.
 */
public final class EfficiencyTable {
  private EfficiencyTable() {}

  /** Builds the table of a run. */
  public static Table of(Rows rows) {
    Notes notes = new Notes(rows, rows.groups(), group -> RowNotes.of(group, rows));
    ColumnList<SeedGroup> columns = columns(rows, notes);
    List<Row> lines =
        rows.groups().stream().map(group -> Rows.row(group, columns.entries(group))).toList();
    return new Table(
        "efficiency",
        "Efficiency",
        columns.columns(),
        lines,
        captions(rows),
        notes.footnotes(),
        notes.common());
  }

  private static ColumnList<SeedGroup> columns(Rows rows, Notes notes) {
    return ColumnList.<SeedGroup>named(rows, group -> group)
        .number("seeds", "Seeds", Rows::seeds)
        .number("parameters", "Parameters", whole(Measures::parameters))
        .number("nonzero-parameters", "Nonzero", whole(Measures::nonzeroParameters))
        .number("epochs", "Phase epochs", whole(Measures::mainPhaseEpochs))
        .detail()
        .number("seconds-per-epoch", "s/epoch", measured(Measures::secondsPerEpoch))
        .number("main-minutes", "Main min", measured(Measures::mainMinutes))
        .detail()
        .number("main-cpu-minutes", "Main CPU min", measured(Measures::mainCpuMinutes))
        .detail()
        .number("total-minutes", "Total min", measured(Measures::totalMinutes))
        .number("total-cpu-minutes", "Total CPU min", measured(Measures::totalCpuMinutes))
        .numberIf(
            rows.severalSeeds(), "all-seeds-minutes", "All seeds min", EfficiencyTable::allSeeds)
        .detailIf(rows.severalSeeds())
        .number("peak-megabytes", "Peak MB", whole(Measures::peakMegabytes))
        .text(
            "slots",
            "Slots",
            group -> distinct(group, execution -> Integer.toString(execution.slots())))
        .detail()
        .text("device", "Device", group -> distinct(group, ExecutionRecord::device))
        .detail()
        .notes(notes::of);
  }

  private static Function<SeedGroup, Entry> whole(Function<CellRecord, Optional<Double>> measure) {
    return group -> NumberFormats.wholeMean(group.summary(measure));
  }

  private static Function<SeedGroup, Entry> measured(
      Function<CellRecord, Optional<Double>> measure) {
    return group -> NumberFormats.measured(group.summary(measure));
  }

  private static Entry allSeeds(SeedGroup group) {
    return group
        .summary(Measures::totalMinutes)
        .map(Summary::sum)
        .map(sum -> Entry.number(NumberFormats.decimals(sum), sum))
        .orElseGet(Entry::missing);
  }

  private static String distinct(SeedGroup group, Function<ExecutionRecord, String> value) {
    String all =
        group.results().stream()
            .map(cell -> value.apply(cell.execution()))
            .distinct()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Entry.missing().text() : all;
  }

  private static List<Text> captions(Rows rows) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "Parameters: trainable parameters of the final model. Phase epochs and"
                + " s/epoch: of the main phases, including validation; networks trained in"
                + " sequence add their epochs. Main: the training of the reported model; Total:"
                + " including searches, trials and artefacts shared with other cells (counted"
                + " for each of them). CPU: processor time of all threads; the rest is"
                + " wall-clock time. Peak MB: resident memory of the worker, in millions of"
                + " bytes."));
    if (rows.severalSeeds()) {
      captions.add(
          Text.of(
              "All seeds: the sum of Total over the finished seeds, as for repetitions of"
                  + " a method."));
      captions.add(Captions.INTERVALS);
    }
    if (!rows.results().results().isEmpty()) {
      captions.add(Text.of("Times: " + Captions.conditions(rows.results().results())));
    }
    return captions;
  }
}
