package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.SingleLine;
import org.mtlbench.reports.rows.ConfigDifference;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellRecord;

/** The notes of a row. */
public final class RowNotes {
  private RowNotes() {}

  /**
   * Seeds of a row without a result.
   *
   * @param phrase number and status of the seeds
   * @param reason the reason, on one line; empty if the cell has not run yet
   */
  public record Gap(String phrase, String reason) {
    /**
     * Phrase and reason, for example {@code diverged: loss is NaN}; the phrase alone if there is no
     * reason.
     */
    public String text() {
      return phrase + (reason.isEmpty() ? "" : ": " + reason);
    }
  }

  /** Why seeds of a row have no result, one entry per reason; empty if all have one. */
  public static List<Gap> gaps(SeedGroup row) {
    Map<Gap, Long> gaps =
        row.outcomes().stream()
            .filter(outcome -> outcome.result().isEmpty())
            .collect(
                Collectors.groupingBy(RowNotes::gap, LinkedHashMap::new, Collectors.counting()));
    int seeds = row.outcomes().size();
    return gaps.entrySet().stream()
        .map(
            gap ->
                gap.getValue() == seeds
                    ? gap.getKey()
                    : new Gap(
                        gap.getValue() + " of " + seeds + " " + gap.getKey().phrase(),
                        gap.getKey().reason()))
        .toList();
  }

  /** Why a cell has no result. */
  public static Gap gap(Outcome outcome) {
    return outcome
        .record()
        .map(record -> new Gap(outcome.status(), SingleLine.of(record.reason().orElse(""))))
        .orElse(new Gap("not run yet", ""));
  }

  /**
   * Notes that every table needs: the note of the matrix, flags, which epochs are reported, and
   * differences from rows that look the same.
   */
  static List<String> essential(SeedGroup row, ConfigDifference differences) {
    List<String> notes =
        row.outcomes().stream()
            .flatMap(outcome -> outcome.cell().note().stream())
            .distinct()
            .collect(Collectors.toCollection(ArrayList::new));
    collect(row, cell -> flags(cell), notes);
    collect(row, RowNotes::lastEpochs, notes);
    String difference = differences.of(row);
    if (!difference.isEmpty()) {
      notes.add("configuration: " + difference);
    }
    return notes;
  }

  /** As {@link #essential}, plus collapsed tasks and an unusual optimiser. */
  static List<String> of(SeedGroup row, Rows rows) {
    List<String> notes = essential(row, rows.differences());
    unusual(row, rows, notes);
    return notes;
  }

  /** As {@link #of}, without what the row's name already contains. */
  static List<String> unnamed(SeedGroup row, Rows rows) {
    List<String> notes = new ArrayList<>();
    collect(row, cell -> flags(cell), notes);
    collect(row, RowNotes::lastEpochs, notes);
    unusual(row, rows, notes);
    return notes;
  }

  private static void unusual(SeedGroup row, Rows rows, List<String> into) {
    into.addAll(CollapseNotes.notes(row));
    rows.optimisers().note(row).ifPresent(into::add);
  }

  /** As {@link #of}, plus tuning and the notes of the records. */
  static List<String> all(SeedGroup row, Rows rows) {
    List<String> notes = of(row, rows);
    TuningNotes.note(row).ifPresent(notes::add);
    collect(row, CellRecord::notes, notes);
    if (rows.headlineOf(row).kind() == Headline.Kind.SKILL) {
      collect(row, cell -> Headline.undefinedSkillNotes(cell, row.tasks()), notes);
    }
    return notes;
  }

  /** Reasons why the numbers of a cell cannot be compared with published ones. */
  public static List<String> flags(CellRecord cell) {
    List<String> flags = new ArrayList<>();
    if (cell.flags().syntheticData()) {
      flags.add("synthetic data, not comparable with published numbers");
    }
    if (cell.flags().unverifiedData()) {
      flags.add("data not verified by checksum");
    }
    double budget = cell.flags().budget();
    if (budget != 1) {
      flags.add(
          (budget < 1 ? "reduced" : "extended")
              + " budget: "
              + NumberFormats.exact(budget)
              + " of the full epochs");
    }
    return flags;
  }

  /** The epochs whose test scores a cell reports, unless they are those of the selected model. */
  private static List<String> lastEpochs(CellRecord cell) {
    return cell
        .testEpochs()
        .map(
            count ->
                "test scores: mean over the last "
                    + (count == 1 ? "epoch" : count + " epochs")
                    + ", no model is selected on validation")
        .stream()
        .toList();
  }

  private static void collect(
      SeedGroup row, Function<CellRecord, List<String>> notes, List<String> into) {
    Map<String, List<String>> seedsByNote = new LinkedHashMap<>();
    List<CellRecord> results = row.results();
    for (CellRecord cell : results) {
      for (String note : notes.apply(cell)) {
        seedsByNote
            .computeIfAbsent(note, text -> new ArrayList<>())
            .add(Long.toString(cell.seed()));
      }
    }
    seedsByNote.forEach(
        (note, seeds) ->
            into.add(
                seeds.size() == results.size()
                    ? note
                    : note + " (seed " + String.join(", ", seeds) + ")"));
  }
}
