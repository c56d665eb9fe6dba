package org.mtlbench.cli.progress;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;
import org.mtlbench.cli.text.Formatting;

/**
 * Renders the percentage, a bar, optionally the elapsed time, a name, a message and the remaining
 * time. On a narrow terminal the bar is shortened and omitted first, then the remaining time is
 * omitted, then the name is truncated; the message is always shown.
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
   * Creates a renderer.
   *
   * @param width maximum width of the bar; 0 for none
   * @param elapsed whether to show the elapsed time
   */
  BarRenderer(int width, boolean elapsed) {
    this.width = width;
    this.elapsed = elapsed;
  }

  /**
   * Sets the message.
   *
   * @param text message, never truncated
   * @param timeLeft remaining time, omitted on narrow terminals
   */
  void say(String text, String timeLeft) {
    message = text;
    left = timeLeft;
  }

  @Override
  public String render(ProgressState state, int maxLength) {
    double share = state.getMax() <= 0 ? 0 : (double) state.getCurrent() / state.getMax();
    String taken =
        elapsed ? Formatting.duration(seconds(state.getElapsedAfterStart())) + " | " : "";
    return line(share, taken, state.getTaskName(), maxLength);
  }

  /**
   * Renders a bar that is not kept by a {@link ProgressState}.
   *
   * @param share completed share, 0 to 1
   * @param taken the elapsed time, or empty
   * @param task the name, or empty
   */
  String line(double share, String taken, String task, int maxLength) {
    String start = Formatting.wholePercent(share) + " ";
    String name = task.isEmpty() ? "" : task + ": ";
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
