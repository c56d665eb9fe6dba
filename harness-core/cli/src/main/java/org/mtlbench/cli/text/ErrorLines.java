package org.mtlbench.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.reports.terminal.LineBreaks;

/** Formats error messages for standard error. */
public final class ErrorLines {
  private ErrorLines() {}

  /**
   * The lines of a message: wrapped to the width of a terminal, a single line for pipes. What
   * precedes the first colon, the place, is in colour.
   */
  public static List<String> of(String message) {
    List<String> lines =
        Invocation.terminalColumns() == 0
            ? List.of(message)
            : LineBreaks.hanging(message, Invocation.columns());
    List<String> styled = new ArrayList<>(lines);
    String first = lines.get(0);
    int end = first.indexOf(": ");
    if (end >= 0) {
      String place = TextStyle.FAILURE.error(first.substring(0, end + 1));
      styled.set(0, place + first.substring(end + 1));
    }
    return styled;
  }
}
