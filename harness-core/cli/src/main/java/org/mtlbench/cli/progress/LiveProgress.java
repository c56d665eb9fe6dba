package org.mtlbench.cli.progress;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.cost.TimeRange;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.event.Event;

/**
 * Shows a bar for the run and one for each running cell at the bottom of a terminal, and above them
 * one line per finished cell.
 */
public final class LiveProgress implements Progress {
  private static final int STEPS = 1000;
  private static final int REFRESH_MILLIS = 250;
  private static final int TOTAL_WIDTH = 30;
  private static final int NARROW_TOTAL_WIDTH = 15;
  private static final int CELL_WIDTH = 12;

  /** The minimum width of a terminal for bars of cells. */
  private static final int MIN_COLUMNS_WITH_CELL_BARS = 110;

  private static final int MAX_CELL_ROWS = 16;

  private final StatusLines area;
  private final PrintWriter out;
  private final int cells;
  private final int slots;
  private final TimeRange estimate;
  private final int columns;
  private final int cellWidth;
  private final CellNames names;
  private final BarRenderer total;
  private final TreeSet<Integer> freeRows = new TreeSet<>();
  private final Map<String, CellBar> running = new HashMap<>();
  private Optional<ProgressBar> bar = Optional.empty();
  private ScoreText words = new ScoreText(Map.of());
  private EtaEstimator pace;
  private int done;
  private int failed;
  private int diverged;

  /**
   * A display.
   *
   * @param planned all cells of the run, including those that are done already
   * @param slots number of cells that run at the same time
   * @param estimate the estimated time of all cells
   * @param columns width of the terminal
   * @param lines height of the terminal
   */
  public LiveProgress(
      List<PlannedCell> planned,
      int slots,
      TimeRange estimate,
      PrintWriter out,
      int columns,
      int lines) {
    this.estimate = estimate;
    this.cells = planned.size();
    this.names = CellNames.ofPlan(planned);
    this.slots = slots;
    this.columns = columns;
    boolean narrow = columns < MIN_COLUMNS_WITH_CELL_BARS;
    this.cellWidth = narrow ? 0 : CELL_WIDTH;
    this.total = new BarRenderer(narrow ? NARROW_TOTAL_WIDTH : TOTAL_WIDTH, true);
    this.out = out;
    this.pace = new EtaEstimator(slots);
    int cellRows = Math.max(0, Math.min(Math.min(slots, MAX_CELL_ROWS), lines - 3));
    area = new StatusLines(out, columns, 1 + cellRows);
    IntStream.rangeClosed(1, cellRows).forEach(freeRows::add);
  }

  /** The bar of a running cell; empty if no line is left for it. */
  private record CellBar(int row, BarRenderer renderer, Optional<ProgressBar> bar) {}

  @Override
  public void begun(RunStart start) {
    done = start.done();
    diverged = start.diverged();
    words = new ScoreText(start.datasets());
    pace = new EtaEstimator(start, slots);
    RunMessages.begun(start).forEach(area::above);
    if (!start.toRun().isEmpty()) {
      updateTotal();
      bar = Optional.of(bar("", total, 0, pace.share()));
      draw();
    }
  }

  private ProgressBar bar(String name, BarRenderer renderer, int row, double share) {
    return new ProgressBarBuilder()
        .startsFrom(Math.round(STEPS * share), Duration.ZERO)
        .setTaskName(name)
        .setInitialMax(STEPS)
        .setRenderer(renderer)
        .setConsumer(area.row(row))
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        // the message can change while the share does not
        .continuousUpdate()
        .build();
  }

  @Override
  public void cellStarted(PlannedCell cell) {
    Integer row = freeRows.pollFirst();
    BarRenderer renderer = new BarRenderer(cellWidth, false);
    renderer.say("starting", "");
    Optional<ProgressBar> own =
        Optional.ofNullable(row).map(r -> bar(names.of(cell), renderer, r, pace.share(cell)));
    running.put(cell.spec().id(), new CellBar(row == null ? 0 : row, renderer, own));
    draw();
  }

  @Override
  public void reported(PlannedCell cell, Event event) {
    if (event instanceof Event.EpochEnded epoch) {
      pace.add(cell, epoch);
      show(
          cell,
          RunMessages.shortEpoch(cell.spec().dataset().name(), epoch, words),
          left(pace.left(cell)));
    } else if (event instanceof Event.CellResumed resumed) {
      pace.add(cell, resumed);
      show(cell, RunMessages.resumed(resumed), "");
    } else if (event instanceof Event.PhaseReused reused) {
      pace.add(cell, reused);
      show(cell, RunMessages.reused(cell, reused, words), "");
    }
  }

  private void show(PlannedCell cell, String message, String timeLeft) {
    CellBar own = running.get(cell.spec().id());
    if (own != null) {
      own.renderer().say(message, timeLeft);
      own.bar().ifPresent(b -> b.stepTo(Math.round(STEPS * pace.share(cell))));
    }
    draw();
  }

  private static String left(OptionalDouble seconds) {
    return seconds.isPresent()
        ? ", about " + Formatting.duration(seconds.getAsDouble()) + " left"
        : "";
  }

  @Override
  public void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    pace.restart(cell);
    release(cell);
    area.above(RunMessages.retrying(names.of(cell), record, attempt, retries));
    draw();
  }

  @Override
  public void cellEnded(PlannedCell cell, CellRecord record) {
    if (record.hasResult()) {
      done++;
    } else if (record.status() == CellStatus.DIVERGED) {
      diverged++;
    } else {
      failed++;
    }
    pace.finish(cell);
    release(cell);
    int ended = done + failed + diverged;
    area.above(RunMessages.ended(columns, ended, cells, names.of(cell), record, words));
    draw();
  }

  private void release(PlannedCell cell) {
    CellBar own = running.remove(cell.spec().id());
    if (own != null && own.bar().isPresent()) {
      own.bar().get().close();
      freeRows.add(own.row());
    }
  }

  @Override
  public void note(String line) {
    area.above(line);
  }

  @Override
  public void warned(String sentence) {
    area.above(TextStyle.WARNING.output("warning: ") + sentence);
  }

  private void draw() {
    updateTotal();
    bar.ifPresent(b -> b.stepTo(Math.round(STEPS * pace.share())));
  }

  private void updateTotal() {
    total.say(
        done
            + " done, "
            + running.size()
            + " running, "
            + RunEnding.failed(failed)
            + RunMessages.diverged(diverged),
        pace.left().isPresent() ? left(pace.left()) : planned());
  }

  /** The time left before the first epoch, from the plan. */
  private String planned() {
    TimeRange range = estimate.times(1 - pace.share());
    return Double.isNaN(range.low()) ? "" : ", " + Formatting.range(range) + " left";
  }

  @Override
  public void end() {
    running.values().forEach(own -> own.bar().ifPresent(ProgressBar::close));
    running.clear();
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
    area.close();
  }

  @Override
  public void finished(RunOutcome outcome, Path folder, List<String> lines) {
    lines.forEach(out::println);
  }
}
