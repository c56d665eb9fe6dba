package org.mtlbench.cli.progress;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.cli.watch.RunState;
import org.mtlbench.cli.watch.RunningCell;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/**
 * Prints a line with the time of day for each change of a watched run: cells that start, become
 * silent or active again, or end, the first epoch of a phase, and others at most once per minute.
 */
public final class WatchLines implements WatchView {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final PrintWriter out;
  private final PrintWriter err;
  private final Clock clock;
  private final Map<String, PrintedLine> lines = new HashMap<>();
  private Optional<RunState> earlier = Optional.empty();

  /** What was printed last about a running cell. */
  private record PrintedLine(Optional<Event.EpochEnded> epoch, boolean silent, Instant time) {}

  /** A display of lines. */
  public WatchLines(PrintWriter out, PrintWriter err, Clock clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /**
   * Prints a state in full: the counts, failures by reason and every running cell.
   *
   * @param columns width at which lines of cells are shortened
   */
  public static void print(RunState state, PrintWriter out, int columns) {
    CellNames names = CellNames.ofRecord(state.planned());
    ScoreText words = new ScoreText(state.datasets());
    out.println(StateText.counts(state) + StateText.left(state.secondsLeft()));
    StateText.failures(state).ifPresent(out::println);
    for (RunningCell cell : state.running()) {
      BarRenderer line = new BarRenderer(0, false);
      line.say(StateText.running(cell, words), StateText.left(cell.secondsLeft()));
      out.println(line.line(cell.share(), "", names.of(cell.cell()), columns));
    }
    out.flush();
  }

  @Override
  public void show(RunState state) {
    CellNames names = CellNames.ofRecord(state.planned());
    ScoreText words = new ScoreText(state.datasets());
    boolean first = earlier.isEmpty();
    if (!first) {
      int number = earlier.get().ended().size();
      for (CellRecord record : StateText.newlyEnded(earlier.get(), state)) {
        number++;
        lines.remove(record.id());
        String name = names.of(record.planned());
        say(RunMessages.ended(number, state.cells(), name, record, words));
      }
    }
    for (RunningCell cell : state.running()) {
      PrintedLine last = lines.get(cell.cell().id());
      if (last == null || due(cell, last)) {
        say(names.of(cell.cell()) + ": " + StateText.change(cell, words));
        lines.put(
            cell.cell().id(), new PrintedLine(cell.lastEpoch(), cell.silent(), clock.instant()));
      }
    }
    if (first || !counts(state).equals(counts(earlier.get()))) {
      say(counts(state) + StateText.left(state.secondsLeft()));
    }
    earlier = Optional.of(state);
  }

  private static String counts(RunState state) {
    List<String> reasons = state.failures();
    return StateText.counts(state)
        + (reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")");
  }

  private boolean due(RunningCell cell, PrintedLine last) {
    boolean another =
        !cell.lastEpoch()
            .map(Event.EpochEnded::phase)
            .equals(last.epoch().map(Event.EpochEnded::phase));
    boolean later = !last.time().plus(PAUSE).isAfter(clock.instant());
    return cell.silent() != last.silent()
        || another
        || (later && !cell.lastEpoch().equals(last.epoch()));
  }

  private void say(String sentence) {
    out.println(CLOCK.format(LocalTime.now(clock)) + " " + sentence);
    out.flush();
  }

  @Override
  public void warn(String sentence) {
    err.println(TextStyle.WARNING.error("warning: ") + sentence);
    err.flush();
  }

  @Override
  public void close() {
    // all lines are written already
  }
}
