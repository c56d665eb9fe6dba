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
 * @param name path in the config
 * @param path path of the file
 * @param split split of its rows; empty if the split is determined by a column or at random
 */
record CsvSource(String key, String name, Path path, Optional<SplitName> split) {
  private static final int SHOWN = 20;

  /** The location of the file, for messages. */
  String place() {
    return key + " (" + name + ")";
  }

  /**
   * The location of a line, for messages.
   *
   * @param line from 1
   */
  String place(long line) {
    return place() + ", line " + line;
  }

  /**
   * The columns of the file, as a phrase that completes "expected ...".
   *
   * @param given name given by the user
   */
  String columns(String given, List<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return "a column of "
        + name
        + ", line 1: "
        + shown
        + (names.size() > SHOWN ? ", ..." : "")
        + Nearest.find(given, names).map(nearest -> " (nearest: '" + nearest + "')").orElse("")
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

  /** The location of a cell, for messages. */
  String place(long line, String column) {
    return place(line) + ", column " + column;
  }
}
