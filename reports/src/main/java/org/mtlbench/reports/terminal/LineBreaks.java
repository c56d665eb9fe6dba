package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.List;

/** Line wrapping of text. */
public final class LineBreaks {
  private LineBreaks() {}

  /**
   * Wraps a text at spaces; a word is broken only if it is longer than a line. A text that fits is
   * unchanged.
   *
   * @param width line width in characters, at least 1
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

  /** As {@link #wrap}, with all lines after the first indented by two spaces. */
  public static List<String> hanging(String text, int width) {
    String indent = "  ";
    List<String> lines = new ArrayList<>();
    for (String line : wrap(text, Math.max(1, width - indent.length()))) {
      lines.add(lines.isEmpty() ? line : indent + line);
    }
    return lines;
  }

  /** The text if it fits, otherwise its start followed by three dots. */
  public static String cut(String text, int width) {
    String more = "...";
    return text.length() <= width
        ? text
        : text.substring(0, Math.max(0, width - more.length())).stripTrailing() + more;
  }
}
