package org.mtlbench.cli.progress;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;
import org.mtlbench.cli.text.Words;

/**
 * The share done, a bar, the time taken where it is asked for, a name, a message and the time left.
 * Where the terminal is narrow the bar shrinks first and goes, then the time left, and then the
 * name is cut; the message stays.
 */
final class BarRenderer implements ProgressBarRenderer {
  private static final int MIN_BAR = 6;
  private static final int MIN_NAME = 12;
  private static final String CUT = "...: ";

  private final int width;
  private final boolean elapsed;
  private volatile String message = "";
  private volatile String left = "";

  /**
   * A form of bars.
   *
   * @param width of the bar itself where there is room for it; 0 for none
   * @param elapsed whether to show how long it has been there
   */
  BarRenderer(int width, boolean elapsed) {
    this.width = width;
    this.elapsed = elapsed;
  }

  /**
   * What the bar says from now on.
   *
   * @param text stays however narrow the terminal is
   * @param timeLeft goes before the text is cut
   */
  void say(String text, String timeLeft) {
    message = text;
    left = timeLeft;
  }

  @Override
  public String render(ProgressState state, int maxLength) {
    double share = state.getMax() <= 0 ? 0 : (double) state.getCurrent() / state.getMax();
    String start = Words.wholePercent(share) + " ";
    String taken = elapsed ? Words.duration(seconds(state.getElapsedAfterStart())) + " | " : "";
    String name = state.getTaskName().isEmpty() ? "" : state.getTaskName() + ": ";
    int room = maxLength - (start + taken + name + message + left).length() - "[] ".length();
    if (width > 0 && room >= MIN_BAR) {
      return start + bar(Math.min(width, room), share) + taken + name + message + left;
    }
    if ((start + taken + name + message + left).length() <= maxLength) {
      return start + taken + name + message + left;
    }
    int tooLong = (start + taken + name + message).length() - maxLength;
    if (tooLong > 0 && name.length() - tooLong >= MIN_NAME) {
      name = name.substring(0, name.length() - tooLong - CUT.length()) + CUT;
    }
    String line = start + taken + name + message;
    return line.length() <= maxLength ? line : line.substring(0, Math.max(0, maxLength));
  }

  private static String bar(int width, double share) {
    int filled = (int) Math.round(width * share);
    return "[" + "=".repeat(filled) + " ".repeat(width - filled) + "] ";
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
