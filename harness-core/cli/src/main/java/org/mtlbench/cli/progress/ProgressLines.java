package org.mtlbench.cli.progress;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/** Prints one line per event with the time of day; epochs are limited to one line per interval. */
public final class ProgressLines implements Progress {
  private static final long PAUSE_NANOS = 5_000_000_000L;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, Long> lastShown = new HashMap<>();
  private final int cells;
  private ScoreText words = new ScoreText(Map.of());
  private int ended;

  public ProgressLines(int cells, PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
    this.cells = cells;
  }

  @Override
  public void begun(RunStart start) {
    ended = start.kept().size();
    words = new ScoreText(start.datasets());
    RunMessages.begun(start).forEach(this::say);
  }

  @Override
  public void cellStarted(PlannedCell cell) {
    lastShown.put(cell.spec().id(), System.nanoTime());
    say("started " + RunMessages.name(cell));
  }

  @Override
  public void reported(PlannedCell cell, Event event) {
    if (event instanceof Event.EpochEnded epoch && due(cell, epoch)) {
      say(RunMessages.name(cell) + ": " + RunMessages.epoch(cell, epoch, words));
    } else if (event instanceof Event.CellResumed resumed) {
      say(RunMessages.name(cell) + ": " + RunMessages.resumed(resumed));
    } else if (event instanceof Event.PhaseReused reused) {
      say(RunMessages.name(cell) + ": " + RunMessages.reused(cell, reused, words));
    }
  }

  /** Whether to print an epoch: always the last of a phase, others at most once per interval. */
  private boolean due(PlannedCell cell, Event.EpochEnded epoch) {
    long now = System.nanoTime();
    long last = lastShown.getOrDefault(cell.spec().id(), now - PAUSE_NANOS);
    boolean due = epoch.epoch() == epoch.epochs() || now - last >= PAUSE_NANOS;
    if (due) {
      lastShown.put(cell.spec().id(), now);
    }
    return due;
  }

  @Override
  public void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    say(RunMessages.retrying(RunMessages.name(cell), record, attempt, retries));
  }

  @Override
  public void cellEnded(PlannedCell cell, CellRecord record) {
    ended++;
    say(RunMessages.ended(ended, cells, RunMessages.name(cell), record, words));
  }

  @Override
  public void note(String line) {
    err.println(line);
  }

  @Override
  public void warned(String sentence) {
    err.println(TextStyle.WARNING.error("warning: ") + sentence);
  }

  private void say(String sentence) {
    out.println(CLOCK.format(LocalTime.now(ZoneId.systemDefault())) + " " + sentence);
  }

  @Override
  public void end() {
    // all lines are written already
  }

  @Override
  public void finished(RunOutcome outcome, Path folder, List<String> lines) {
    lines.forEach(out::println);
  }
}
