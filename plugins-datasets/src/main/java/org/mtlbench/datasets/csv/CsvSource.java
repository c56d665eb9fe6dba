package org.mtlbench.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.toolbox.config.Nearest;

/**
 * A file of a table.
 *
 * @param key the config key that names it, for example {@code test-file}
 * @param name as the config names it
 * @param path where it is
 * @param split that of its rows; empty if they are split in another way
 */
record CsvSource(String key, String name, Path path, Optional<SplitName> split) {
  private static final int SHOWN = 20;

  /** The file in a message. */
  String place() {
    return key + " (" + name + ")";
  }

  /**
   * A line of the file in a message.
   *
   * @param line from 1
   */
  String place(long line) {
    return place() + ", line " + line;
  }

  /**
   * A phrase that completes "expected ..." where a name is no column of the file.
   *
   * @param given what the user wrote
   */
  String columns(String given, List<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return "a column of "
        + name
        + ", line 1: "
        + shown
        + (names.size() > SHOWN ? ", ..." : "")
        + Nearest.to(given, names).map(nearest -> " (nearest: '" + nearest + "')").orElse("")
        + otherDelimiter(names);
  }

  private static String otherDelimiter(List<String> names) {
    return names.size() == 1
        ? ";\t|,"
            .chars()
            .filter(c -> names.get(0).indexOf(c) >= 0)
            .mapToObj(c -> c == '\t' ? "tab" : Character.toString(c))
            .findFirst()
            .map(delimiter -> "; is the delimiter " + delimiter + "?")
            .orElse("")
        : "";
  }

  /** A cell of the file in a message. */
  String place(long line, String column) {
    return place(line) + ", column " + column;
  }
}
