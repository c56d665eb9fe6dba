package org.mtlbench.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** A name, the share done, a bar, the time taken where it is asked for, and a message. */
final class BarRenderer implements ProgressBarRenderer {
  private final int width;
  private final boolean elapsed;

  /**
   * A form of bars.
   *
   * @param width of the bar itself
   * @param elapsed whether to show how long it has been there
   */
  BarRenderer(int width, boolean elapsed) {
    this.width = width;
    this.elapsed = elapsed;
  }

  @Override
  public String render(ProgressState state, int maxLength) {
    double share = state.getMax() <= 0 ? 0 : (double) state.getCurrent() / state.getMax();
    int filled = (int) Math.round(width * share);
    String name = state.getTaskName().isEmpty() ? "" : state.getTaskName() + " ";
    String line =
        name
            + Words.wholePercent(share)
            + " ["
            + "=".repeat(filled)
            + " ".repeat(width - filled)
            + "] "
            + (elapsed ? Words.duration(seconds(state.getElapsedAfterStart())) + " | " : "")
            + state.getExtraMessage();
    return line.length() <= maxLength ? line : line.substring(0, Math.max(0, maxLength));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
