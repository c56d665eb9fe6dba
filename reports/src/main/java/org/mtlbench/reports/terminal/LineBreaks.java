package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
public final class LineBreaks {
  private LineBreaks() {}

  /**
   * Breaks a text at its spaces, and inside a word only where the word is longer than a line. A
   * text that fits stays as it is.
   *
   * @param width of a line in characters, at least 1
   * @return at least one line, none longer than {@code width}
   */
  public static List<String> wrap(String text, int width) {
    if (text.length() <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    String left = text.strip();
    while (left.length() > width) {
      int end = left.lastIndexOf(' ', width);
      int cut = end > 0 ? end : width;
      lines.add(left.substring(0, cut).stripTrailing());
      left = left.substring(cut).stripLeading();
    }
    lines.add(left);
    return lines;
  }

  /** As {@link #wrap}, with the lines after the first moved to the right by two spaces. */
  public static List<String> hanging(String text, int width) {
    String indent = "  ";
    List<String> lines = new ArrayList<>();
    for (String line : wrap(text, Math.max(1, width - indent.length()))) {
      lines.add(lines.isEmpty() ? line : indent + line);
    }
    return lines;
  }

  /** The text if it fits, else its start with three full stops behind. */
  public static String cut(String text, int width) {
    String more = "...";
    return text.length() <= width
        ? text
        : text.substring(0, Math.max(0, width - more.length())).stripTrailing() + more;
  }
}
