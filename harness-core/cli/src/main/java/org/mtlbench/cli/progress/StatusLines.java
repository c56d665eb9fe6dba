package org.mtlbench.cli.progress;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.mtlbench.cli.text.TextStyle;

/**
 * Status lines at the bottom of a terminal, which are updated while other lines scroll above them.
 */
final class StatusLines {
  private static final String TO_LINE_START = "\r";
  private static final String CLEAR_LINE = "\u001b[2K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintWriter out;
  private final int columns;
  private String[] rows;
  private boolean drawn;

  /**
   * Creates status lines; they are drawn when the first one is set.
   *
   * @param columns width of the terminal
   * @param rows number of lines, fewer than those of the terminal
   */
  StatusLines(PrintWriter out, int columns, int rows) {
    this.out = out;
    this.columns = columns;
    this.rows = new String[rows];
    Arrays.fill(this.rows, "");
  }

  /** A line to which a progress bar writes; closing the bar clears it. */
  ProgressBarConsumer row(int row) {
    return new Row(row);
  }

  private final class Row implements ProgressBarConsumer {
    private final int row;

    Row(int row) {
      this.row = row;
    }

    @Override
    public int getMaxRenderedLength() {
      // Writing to the last column would wrap the line.
      return columns - 1;
    }

    @Override
    public void accept(String line) {
      set(row, line);
    }

    @Override
    public void clear() {
      set(row, "");
    }

    @Override
    public void close() {
      clear();
    }
  }

  private synchronized void set(int row, String line) {
    rows[row] = fitting(line);
    out.print(top() + area());
    out.flush();
    drawn = true;
  }

  /** Replaces all lines; their number may change. */
  synchronized void replace(List<String> lines) {
    String start = top() + (lines.size() < rows.length && drawn ? CLEAR_BELOW : "");
    rows = lines.stream().map(this::fitting).toArray(String[]::new);
    out.print(start + area());
    out.flush();
    drawn = true;
  }

  private String fitting(String line) {
    return TextStyle.width(line) < columns ? line : TextStyle.plain(line).substring(0, columns - 1);
  }

  /** Prints a line above the status lines. */
  synchronized void above(String line) {
    out.print(top() + CLEAR_BELOW + line + System.lineSeparator() + (drawn ? area() : ""));
    out.flush();
  }

  /** Removes the status lines from the terminal. */
  synchronized void close() {
    out.print(drawn ? top() + CLEAR_BELOW : "");
    out.flush();
    drawn = false;
  }

  /** Moves the cursor from the last line to the start of the first. */
  private String top() {
    int up = drawn ? rows.length - 1 : 0;
    return TO_LINE_START + (up == 0 ? "" : "\u001b[" + up + "A");
  }

  private String area() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.length; row++) {
      text.append(row == 0 ? "" : System.lineSeparator()).append(CLEAR_LINE).append(rows[row]);
    }
    return text.toString();
  }
}
