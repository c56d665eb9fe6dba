package org.mtlbench.cli.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.cli.watch.RunState;
import org.mtlbench.cli.watch.RunningCell;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;

/** Formats the state of a watched run as text. */
final class StateText {
  private StateText() {}

  /** The numbers of cells. */
  static String counts(RunState state) {
    List<String> parts = new ArrayList<>();
    parts.add(
        state.count(CellStatus.DONE) + " of " + Formatting.count(state.cells(), "cell") + " done");
    if (!state.over()) {
      parts.add(state.running().size() - state.silent() + " running");
      add(parts, state.silent(), "silent");
      add(parts, state.waiting(), "waiting");
    }
    add(parts, state.count(CellStatus.DIVERGED), "diverged");
    parts.add(state.failed() + " failed");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  /** Failed cells by reason; empty if there are none. */
  static Optional<String> failures(RunState state) {
    return state.failures().isEmpty()
        ? Optional.empty()
        : Optional.of(
            TextStyle.FAILURE.output("failed:") + " " + String.join(", ", state.failures()));
  }

  /** The remaining time, to be appended; empty if it is unknown. */
  static String left(OptionalDouble seconds) {
    return seconds.isPresent()
        ? ", about " + Formatting.duration(seconds.getAsDouble()) + " left"
        : "";
  }

  /** The last epoch of a cell and when it was active. */
  static String running(RunningCell cell, ScoreText words) {
    return epoch(cell, words) + ", " + activity(cell);
  }

  /** The last epoch of a cell, and since when it is silent if it is. */
  static String change(RunningCell cell, ScoreText words) {
    return epoch(cell, words) + (cell.silent() ? ", " + activity(cell) : "");
  }

  private static String epoch(RunningCell cell, ScoreText words) {
    return cell.lastEpoch()
        .map(last -> RunMessages.shortEpoch(cell.cell().dataset(), last, words))
        .orElse("started");
  }

  private static String activity(RunningCell cell) {
    return cell.silent()
        ? "silent for " + age(cell.quiet())
        : "active " + age(cell.quiet()) + " ago";
  }

  /** An age in whole seconds, minutes or hours. */
  private static String age(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** The cells that have ended since an earlier state. */
  static List<CellRecord> newlyEnded(RunState earlier, RunState state) {
    Set<String> known = new HashSet<>();
    earlier.ended().forEach(cell -> known.add(cell.id()));
    return state.ended().stream()
        .filter(cell -> !known.contains(cell.id()))
        .collect(Collectors.toList());
  }
}
