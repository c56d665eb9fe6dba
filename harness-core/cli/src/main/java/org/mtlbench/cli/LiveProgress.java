package org.mtlbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;

/**
 * A bar for the whole run and one for each cell at work at the bottom of a terminal; a line above
 * them for each cell that ended.
 */
final class LiveProgress implements Progress {
  private static final int STEPS = 1000;
  private static final int REFRESH_MILLIS = 250;
  private static final int TOTAL_WIDTH = 30;
  private static final int CELL_WIDTH = 12;
  private static final int MOST_CELL_ROWS = 16;

  private final BottomArea area;
  private final PrintWriter out;
  private final int cells;
  private final int slots;
  private final TreeSet<Integer> freeRows = new TreeSet<>();
  private final Map<String, CellBar> running = new HashMap<>();
  private Optional<ProgressBar> bar = Optional.empty();
  private Pace pace;
  private int done;
  private int failed;

  /**
   * A display.
   *
   * @param cells planned
   * @param slots cells at a time
   * @param columns of the terminal
   * @param lines of the terminal
   */
  LiveProgress(int cells, int slots, PrintWriter out, int columns, int lines) {
    this.cells = cells;
    this.slots = slots;
    this.out = out;
    this.pace = new Pace(List.of(), slots);
    int cellRows = Math.max(0, Math.min(Math.min(slots, MOST_CELL_ROWS), lines - 3));
    area = new BottomArea(out, columns, 1 + cellRows);
    IntStream.rangeClosed(1, cellRows).forEach(freeRows::add);
  }

  /** The bar of a cell at work; without one where there is no row left. */
  private record CellBar(int row, Optional<ProgressBar> bar) {}

  @Override
  public void begun(int kept, int again, List<PlannedCell> toRun) {
    done = kept;
    pace = new Pace(toRun, slots);
    area.above(RunSentences.begun(kept, again, toRun.size()));
    if (!toRun.isEmpty()) {
      bar = Optional.of(bar("", new BarRenderer(TOTAL_WIDTH, true), 0));
      draw();
    }
  }

  private ProgressBar bar(String name, BarRenderer renderer, int row) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(STEPS)
        .setRenderer(renderer)
        .setConsumer(area.row(row))
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .build();
  }

  @Override
  public void cellStarted(PlannedCell cell) {
    Integer row = freeRows.pollFirst();
    Optional<ProgressBar> own =
        Optional.ofNullable(row)
            .map(r -> bar(RunSentences.name(cell), new BarRenderer(CELL_WIDTH, false), r));
    own.ifPresent(b -> b.setExtraMessage("starting"));
    running.put(cell.spec().id(), new CellBar(row == null ? 0 : row, own));
    draw();
  }

  @Override
  public void reported(PlannedCell cell, Event event) {
    if (event instanceof Event.EpochEnded epoch) {
      pace.add(cell, epoch);
      show(cell, RunSentences.shortEpoch(epoch) + left(pace.left(cell)));
    } else if (event instanceof Event.CellResumed resumed) {
      pace.add(cell, resumed);
      show(cell, RunSentences.resumed(resumed));
    } else if (event instanceof Event.PhaseReused reused) {
      pace.add(cell, reused);
      show(cell, RunSentences.reused(reused));
    }
  }

  private void show(PlannedCell cell, String message) {
    CellBar own = running.get(cell.spec().id());
    if (own != null) {
      own.bar().ifPresent(b -> b.setExtraMessage(message));
      own.bar().ifPresent(b -> b.stepTo(Math.round(STEPS * pace.share(cell))));
    }
    draw();
  }

  private static String left(OptionalDouble seconds) {
    return seconds.isPresent() ? ", about " + Words.duration(seconds.getAsDouble()) + " left" : "";
  }

  @Override
  public void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    pace.restart(cell);
    release(cell);
    area.above(RunSentences.retrying(cell, record, attempt, retries));
    draw();
  }

  @Override
  public void cellEnded(PlannedCell cell, CellRecord record) {
    done += record.hasResult() ? 1 : 0;
    failed += record.hasResult() ? 0 : 1;
    pace.finish(cell);
    release(cell);
    area.above(RunSentences.ended(done + failed, cells, cell, record));
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
  public void warned(String sentence) {
    area.above("warning: " + sentence);
  }

  private void draw() {
    bar.ifPresent(
        b -> {
          b.setExtraMessage(
              done
                  + " done, "
                  + running.size()
                  + " running, "
                  + failed
                  + " failed"
                  + left(pace.left()));
          b.stepTo(Math.round(STEPS * pace.share()));
        });
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
  public void finished(RunOutcome outcome, Path folder, String sentence) {
    out.println(sentence);
  }
}
