package org.mtlbench.cli.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Converts a recording of a terminal to an animated SVG, which repeats and shows the last screen
 * where animations are not supported. The script docs/terminal/record makes the recording.
 */
public final class TerminalSvg {
  private static final double MAX_PAUSE = 0.3;
  private static final double MIN_FRAME = 0.25;
  private static final double LAST_FRAME = 6;
  private static final double CHARACTER_WIDTH = 8.4;
  private static final int LINE_HEIGHT = 18;
  private static final int MARGIN = 14;

  private static final String STYLE =
      """
      text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #1f2328;
        white-space: pre; }
      .b { fill: #f6f8fa; stroke: #d0d7de; }
      .s1 { font-weight: bold; } .s31 { fill: #cf222e; } .s32 { fill: #1a7f37; }
      .s33 { fill: #9a6700; } .s36 { fill: #0969da; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; } .b { fill: #0d1117; stroke: #30363d; } .s31 { fill: #f85149; }
        .s32 { fill: #3fb950; } .s33 { fill: #d29922; } .s36 { fill: #58a6ff; }
      }
      """;

  private final Screen screen;
  private final List<Frame> frames = new ArrayList<>();

  /** The rows of the screen, as SVG, from a time in seconds on. */
  private record Frame(double time, List<String> rows) {}

  private TerminalSvg(int columns, int rows) {
    screen = new Screen(columns, rows);
  }

  /**
   * Prints the SVG.
   *
   * @param arguments columns and rows of the terminal, and the files of {@code script}: its output
   *     and its timing
   */
  public static void main(String[] arguments) throws IOException {
    System.out.print(
        of(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Files.readAllBytes(Path.of(arguments[2])),
            Files.readAllLines(Path.of(arguments[3]))));
  }

  /**
   * The SVG of a recording.
   *
   * @param output a header line, then the output
   * @param timing for each part of the output, the seconds before it and its number of bytes
   */
  static String of(int columns, int rows, byte[] output, List<String> timing) {
    TerminalSvg recording = new TerminalSvg(columns, rows);
    int position = new String(output, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    double time = 0;
    for (String line : timing) {
      String[] words = line.split(" ", -1);
      time += Math.min(MAX_PAUSE, Double.parseDouble(words[0]));
      int end = Math.min(output.length, position + Integer.parseInt(words[1]));
      recording.screen.show(new String(output, position, end - position, StandardCharsets.UTF_8));
      position = end;
      recording.keep(time, false);
    }
    recording.keep(time, true);
    return recording.svg(columns, time + LAST_FRAME);
  }

  /** Keeps the screen, except shortly after another one. */
  private void keep(double time, boolean last) {
    if (!last && !frames.isEmpty() && time - frames.get(frames.size() - 1).time() < MIN_FRAME) {
      return;
    }
    frames.add(new Frame(frames.isEmpty() ? 0 : time, screen.rows()));
  }

  private String svg(int columns, double duration) {
    List<String> last = frames.get(frames.size() - 1).rows();
    int used = last.size();
    while (used > 1 && last.get(used - 1).isEmpty()) {
      used--;
    }
    int width = (int) Math.ceil(columns * CHARACTER_WIDTH) + 2 * MARGIN;
    int height = used * LINE_HEIGHT + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        text(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\">\n<style>\n%s</style>\n<rect class=\"b\" x=\"0.5\" y=\"0.5\""
                + " width=\"%d\" height=\"%d\" rx=\"8\"/>\n",
            width, height, width, height, STYLE, width - 1, height - 1));
    for (int row = 0; row < used; row++) {
      int y = MARGIN + row * LINE_HEIGHT + LINE_HEIGHT - 4;
      int begin = 0;
      for (int frame = 1; frame <= frames.size(); frame++) {
        String shown = frames.get(begin).rows().get(row);
        if (frame == frames.size() || !frames.get(frame).rows().get(row).equals(shown)) {
          boolean end = frame == frames.size();
          if (!shown.isEmpty()) {
            double until = end ? duration : frames.get(frame).time();
            svg.append(line(y, shown, frames.get(begin).time() / duration, until / duration));
          }
          begin = frame;
        }
      }
    }
    String seconds = text("dur=\"%.1fs\"", duration);
    return svg.append("</svg>\n").toString().replace("dur=\"\"", seconds);
  }

  /** A line that is visible for a part of the duration, given as fractions. */
  private static String line(int y, String shown, double from, double until) {
    boolean last = until == 1;
    String start = text("<text x=\"%d\" y=\"%d\"", MARGIN, y);
    if (from == 0 && last) {
      return start + ">" + shown + "</text>\n";
    }
    String values = last ? "hidden;visible" : "hidden;visible;hidden";
    String times = text(last ? "0;%.4f" : "0;%.4f;%.4f", from, until);
    return start
        + (last ? "" : " visibility=\"hidden\"")
        + ">"
        + shown
        + "<animate attributeName=\"visibility\" calcMode=\"discrete\" values=\""
        + values
        + "\" keyTimes=\""
        + times
        + "\" dur=\"\" repeatCount=\"indefinite\"/></text>\n";
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** The characters of a terminal with their styles, and the cursor. */
  private static final class Screen {
    private final char[][] characters;
    private final int[][] styles;
    private int row;
    private int column;
    private int style;

    Screen(int columns, int rows) {
      characters = new char[rows][columns];
      styles = new int[rows][columns];
      Arrays.stream(characters).forEach(line -> Arrays.fill(line, ' '));
    }

    /** Writes characters and executes control sequences. */
    void show(String output) {
      for (int i = 0; i < output.length(); i++) {
        char c = output.charAt(i);
        if (c == '\u001b' && i + 1 < output.length() && output.charAt(i + 1) == '[') {
          int end = i + 2;
          while (end < output.length() && !Character.isLetter(output.charAt(end))) {
            end++;
          }
          control(output.substring(i + 2, end), end < output.length() ? output.charAt(end) : ' ');
          i = end;
        } else if (c == '\r') {
          column = 0;
        } else if (c == '\n') {
          down();
        } else if (c >= ' ') {
          put(c);
        }
      }
    }

    private void put(char c) {
      if (column == characters[row].length) {
        column = 0;
        down();
      }
      characters[row][column] = c;
      styles[row][column] = style;
      column++;
    }

    private void down() {
      if (row + 1 < characters.length) {
        row++;
        return;
      }
      for (int i = 1; i < characters.length; i++) {
        characters[i - 1] = characters[i];
        styles[i - 1] = styles[i];
      }
      characters[row] = new char[characters[row].length];
      styles[row] = new int[styles[row].length];
      clear(row, 0);
    }

    private void control(String number, char command) {
      if (command == 'm') {
        style = number.isEmpty() ? 0 : Integer.parseInt(number);
      } else if (command == 'A') {
        row = Math.max(0, row - Integer.parseInt(number));
      } else if (command == 'K') {
        clear(row, 0);
      } else if (command == 'J') {
        clear(row, column);
        for (int below = row + 1; below < characters.length; below++) {
          clear(below, 0);
        }
      }
    }

    private void clear(int line, int from) {
      Arrays.fill(characters[line], from, characters[line].length, ' ');
      Arrays.fill(styles[line], from, styles[line].length, 0);
    }

    /** The lines as content of SVG texts. */
    List<String> rows() {
      List<String> rows = new ArrayList<>();
      for (int line = 0; line < characters.length; line++) {
        int length = new String(characters[line]).stripTrailing().length();
        StringBuilder text = new StringBuilder();
        int open = 0;
        for (int i = 0; i < length; i++) {
          int wanted = characters[line][i] == ' ' ? open : styles[line][i];
          if (wanted != open) {
            text.append(open == 0 ? "" : "</tspan>");
            text.append(wanted == 0 ? "" : "<tspan class=\"s" + wanted + "\">");
            open = wanted;
          }
          text.append(escaped(characters[line][i]));
        }
        rows.add(text.append(open == 0 ? "" : "</tspan>").toString());
      }
      return rows;
    }

    private static String escaped(char c) {
      return c == '<' ? "&lt;" : c == '&' ? "&amp;" : String.valueOf(c);
    }
  }
}
