package org.mtlbench.cli.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.reports.terminal.LineBreaks;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.SecondsRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.event.Event;

/** Formats the events of a run as text. */
final class RunMessages {
  private static final int MIN_NAME = 12;

  private RunMessages() {}

  /** The name of a cell. */
  static String name(PlannedCell cell) {
    CellSpec spec = cell.spec();
    return spec.label()
        + " | "
        + spec.architecture().name()
        + " | "
        + spec.dataset().name()
        + " | seed "
        + spec.seed();
  }

  /** The numbers of finished, resuming and starting cells; a second line if cells are run again. */
  static List<String> begun(RunStart start) {
    int done = start.done();
    int kept = start.kept().size();
    int toRun = start.toRun().size();
    int resuming = start.resuming().size();
    if (kept == 0 && start.again() == 0 && resuming == 0) {
      return List.of(Formatting.count(toRun, "cell") + " to run");
    }
    if (toRun == 0) {
      return List.of(
          done
              + " of "
              + Formatting.count(kept, "cell")
              + " done"
              + diverged(start.diverged())
              + ", nothing to run");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        done
            + " of "
            + Formatting.count(kept + toRun, "cell")
            + " done"
            + diverged(start.diverged())
            + ", "
            + resuming
            + (resuming == 1 ? " resumes" : " resume")
            + " from a checkpoint, "
            + (toRun - resuming)
            + (toRun - resuming == 1 ? " starts" : " start"));
    if (start.again() > 0) {
      lines.add(
          Formatting.count(start.again(), "cell")
              + (start.again() == 1 ? " runs" : " run")
              + " again: failed before, or code or data changed since");
    }
    return lines;
  }

  /** The number of diverged cells, to be appended to other counts; empty if there are none. */
  static String diverged(int cells) {
    return cells == 0 ? "" : ", " + cells + " diverged";
  }

  static String epoch(PlannedCell cell, Event.EpochEnded epoch, ScoreText words) {
    return joined(
        List.of(
            Optional.of(epoch.phase() + " " + epoch.epoch() + "/" + epoch.epochs()),
            selection(cell.spec().dataset().name(), epoch, words),
            epoch
                .sr()
                .filter(rate -> rate > 0 || epoch.cap().isPresent())
                .map(rate -> "SR " + Formatting.percent(rate)),
            epoch.cap().map(cap -> "cap " + Formatting.percent(cap))));
  }

  /** A short form of {@link #epoch}. */
  static String shortEpoch(String dataset, Event.EpochEnded epoch, ScoreText words) {
    return joined(
        List.of(
            Optional.of(epoch.phase() + " " + epoch.epoch() + "/" + epoch.epochs()),
            selection(dataset, epoch, words)));
  }

  private static Optional<String> selection(
      String dataset, Event.EpochEnded epoch, ScoreText words) {
    return epoch
        .selection()
        .map(value -> "validation " + words.selection(dataset, epoch.scores(), value));
  }

  static String retrying(String name, CellRecord record, int attempt, int retries) {
    return name
        + ": "
        + record.reason().orElse("")
        + "; will be retried (attempt "
        + (attempt + 1)
        + " of "
        + (retries + 1)
        + ")";
  }

  static String ended(int ended, int cells, String name, CellRecord record, ScoreText words) {
    String total = String.valueOf(cells);
    String count = String.format(Locale.ROOT, "%" + total.length() + "d", ended);
    return outcome(record).output("[" + count + "/" + total + "]")
        + " "
        + name
        + ": "
        + ended(record, words);
  }

  /**
   * The line for an ended cell on a terminal; if it has a result, its name is truncated so that the
   * line fits.
   */
  static String ended(
      int columns, int ended, int cells, String name, CellRecord record, ScoreText words) {
    String line = ended(ended, cells, name, record, words);
    int tooLong = TextStyle.width(line) - columns;
    return tooLong > 0 && record.hasResult()
        ? ended(
            ended,
            cells,
            LineBreaks.cut(name, Math.max(MIN_NAME, name.length() - tooLong)),
            record,
            words)
        : line;
  }

  static String resumed(Event.CellResumed resumed) {
    return "resumed from checkpoint, "
        + resumed.phase()
        + " after "
        + Formatting.count(resumed.epoch(), "epoch");
  }

  static String reused(PlannedCell cell, Event.PhaseReused phase, ScoreText words) {
    return joined(
        List.of(
            Optional.of(phase.phase() + " reused from cell " + phase.cell()),
            words
                .headline(cell.spec().dataset().name(), phase.scores())
                .map(scores -> "validation " + scores)));
  }

  static String ended(CellRecord record, ScoreText words) {
    if (!record.hasResult()) {
      return outcome(record).output(record.status().word() + ":")
          + " "
          + record.reason().orElse("");
    }
    return joined(
        List.of(
            record
                .test()
                .flatMap(test -> words.headline(record.dataset(), test.scores()))
                .map(scores -> "test " + scores),
            record
                .sparsity()
                .map(SparsityRecord::sr)
                .filter(rate -> rate > 0)
                .map(rate -> "SR " + Formatting.percent(rate)),
            record.seconds().map(SecondsRecord::total).map(Formatting::duration)));
  }

  private static TextStyle outcome(CellRecord record) {
    if (record.hasResult()) {
      return TextStyle.DONE;
    }
    return record.status() == CellStatus.DIVERGED ? TextStyle.WARNING : TextStyle.FAILURE;
  }

  private static String joined(List<Optional<String>> parts) {
    return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
  }
}
