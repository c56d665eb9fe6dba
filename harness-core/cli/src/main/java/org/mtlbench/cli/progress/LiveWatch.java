package org.mtlbench.cli.progress;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.cli.watch.RunState;
import org.mtlbench.cli.watch.RunningCell;
import org.mtlbench.results.CellRecord;

/**
 * Shows a watched run at the bottom of a terminal: its totals, failures by reason and one line per
 * running cell; above them one line per cell that ends.
 */
public final class LiveWatch implements WatchView {
  private static final int BAR = 15;

  /** Lines of the terminal that are left to what scrolls above, and to the prompt. */
  private static final int FREE_LINES = 4;

  private final PrintWriter out;
  private final StatusLines area;
  private final int columns;
  private final int cellRows;
  private Optional<RunState> earlier = Optional.empty();

  /** A display on a terminal of this size. */
  public LiveWatch(PrintWriter out, int columns, int lines) {
    this.out = out;
    this.columns = columns;
    this.cellRows = Math.max(1, lines - FREE_LINES);
    this.area = new StatusLines(out, columns, 1);
  }

  @Override
  public void show(RunState state) {
    CellNames names = CellNames.ofRecord(state.planned());
    ScoreText words = new ScoreText(state.datasets());
    if (earlier.isPresent()) {
      int number = earlier.get().ended().size();
      for (CellRecord record : StateText.newlyEnded(earlier.get(), state)) {
        number++;
        String name = names.of(record.planned());
        area.above(RunMessages.ended(columns, number, state.cells(), name, record, words));
      }
    }
    earlier = Optional.of(state);
    area.replace(lines(state, names, words));
  }

  private List<String> lines(RunState state, CellNames names, ScoreText words) {
    List<String> lines = new ArrayList<>();
    BarRenderer total = new BarRenderer(BAR, false);
    total.say(StateText.counts(state), StateText.left(state.secondsLeft()));
    lines.add(total.line(state.share(), "", "", columns - 1));
    StateText.failures(state).ifPresent(lines::add);
    List<RunningCell> running = state.running();
    int room = cellRows - lines.size();
    int shown = running.size() <= room ? running.size() : Math.max(0, room - 1);
    for (RunningCell cell : running.subList(0, shown)) {
      BarRenderer line = new BarRenderer(0, false);
      line.say(StateText.running(cell, words), StateText.left(cell.secondsLeft()));
      lines.add(line.line(cell.share(), "", names.of(cell.cell()), columns - 1));
    }
    if (shown < running.size()) {
      lines.add("      and " + (running.size() - shown) + " more");
    }
    return lines;
  }

  @Override
  public void warn(String sentence) {
    area.above(TextStyle.WARNING.output("warning: ") + sentence);
  }

  @Override
  public void close() {
    area.close();
    earlier.ifPresent(
        state -> {
          out.println(StateText.counts(state));
          StateText.failures(state).ifPresent(out::println);
        });
    out.flush();
  }
}
