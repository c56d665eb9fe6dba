package org.mtlbench.datasets.csv;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The use of each column according to the config; columns of labels are not features. */
final class ColumnUse {
  private final CsvTable table;
  private final CsvProblems problems;
  private final Map<String, String> uses = new HashMap<>();
  private boolean sound = true;

  /**
   * Adds a problem for each name that is not a column of the table, and for each column with two
   * uses.
   *
   * @param problems receives the problems, each with the config key
   */
  ColumnUse(CsvConfig config, CsvTable table, CsvProblems problems) {
    this.table = table;
    this.problems = problems;
    config.targets().forEach(this::target);
    if (!config.splitColumn().isEmpty()) {
      use("split-column", config.splitColumn());
    }
    known("categorical", config.categorical());
    known("features", config.features());
  }

  /** Whether every name is a column of the table with one use. */
  boolean sound() {
    return sound;
  }

  /** The columns of targets and of the split. */
  Set<String> notFeatures() {
    return new HashSet<>(uses.keySet());
  }

  /** Notes the column that names files. */
  void file(String column) {
    use("image-column", column);
  }

  private void target(String task, TargetSpec spec) {
    String key = "targets." + task;
    List<String> columns = spec.columns(task);
    columns.forEach(column -> use(key, column));
    if (spec.kind() == TargetSpec.Kind.CLASSIFICATION && columns.size() > 1) {
      reject(key + ".columns", columns.toString(), "one column for a classification");
    }
  }

  private void use(String key, String column) {
    if (known(key, column)) {
      String other = uses.putIfAbsent(column, key);
      if (other != null) {
        reject(key, "'" + column + "'", "a column that " + other + " does not use");
      }
    }
  }

  private void reject(String key, String found, String expected) {
    problems.add(key, found, expected);
    sound = false;
  }

  private boolean known(String key, String column) {
    boolean known = table.names().contains(column);
    if (!known) {
      reject(key, "'" + column + "'", table.sources().get(0).columns(column, table.names()));
    }
    return known;
  }

  private void known(String key, List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      String place = key + "[" + i + "]";
      if (known(place, columns.get(i)) && uses.containsKey(columns.get(i))) {
        String use = uses.get(columns.get(i));
        reject(place, "'" + columns.get(i) + "'", "a column that " + use + " does not use");
      }
    }
  }
}
