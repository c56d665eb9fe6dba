package org.mtlbench.cli.progress;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.TextStyle;

/**
 * Renders the percentage, a bar, optionally the elapsed time, a name, a message and the remaining
 * time. On a narrow terminal the bar is shortened and omitted first, then the name is truncated,
 * then the remaining time is omitted; the message is always shown.
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
    String end = message + left;
    int room = maxLength - TextStyle.width(start + taken + name + end);
    int roomForBar = room - "[] ".length();
    if (width > 0 && roomForBar >= MIN_BAR) {
      return start + bar(Math.min(width, roomForBar), share) + taken + name + end;
    }
    if (room < 0 && name.length() + room < MIN_NAME) {
      end = message;
      room = maxLength - TextStyle.width(start + taken + name + end);
    }
    if (room < 0 && name.length() + room >= MIN_NAME) {
      name = name.substring(0, name.length() + room - CUT.length()) + CUT;
    }
    String line = start + taken + name + end;
    return TextStyle.width(line) <= maxLength
        ? line
        : TextStyle.plain(line).substring(0, Math.max(0, maxLength));
  }

  private static String bar(int width, double share) {
    int filled = (int) Math.round(width * share);
    return "[" + TextStyle.PROGRESS.output("=".repeat(filled)) + " ".repeat(width - filled) + "] ";
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
