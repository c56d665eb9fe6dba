package org.mtlbench.datasets.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mtlbench.datasets.table.FeatureColumn;

/** Converts columns to features: numbers, or categories if the cells are texts. */
final class CsvFeatures {
  static final int MAX_CATEGORIES = 1000;

  /** The allowed numbers, as a phrase that completes "expected ...". */
  static final String NUMBER = "a number such as 12, -0.5 or 1e6, from -1e30 to 1e30";

  private final CsvConfig config;
  private final CsvTable table;
  private final CsvProblems problems;

  CsvFeatures(CsvConfig config, CsvTable table, CsvProblems problems) {
    this.config = config;
    this.table = table;
    this.problems = problems;
  }

  /**
   * The features, in the order of the file.
   *
   * @param used columns of targets and of the split
   */
  List<FeatureColumn> all(Set<String> used) {
    List<FeatureColumn> features = new ArrayList<>();
    for (CsvColumn column : table.columns()) {
      boolean wanted = config.features().isEmpty() || config.features().contains(column.name());
      if (wanted && !used.contains(column.name())) {
        features.add(of(column));
      }
    }
    if (features.isEmpty()) {
      problems.add(
          table.sources().get(0).place(1),
          "no column other than those of targets and split",
          "at least one feature");
    }
    return features;
  }

  private FeatureColumn of(CsvColumn column) {
    if (column.values() == 0) {
      problems.add(
          table.place(column.name()),
          "no value in any row",
          "a value in at least one row, or the column in ignore");
    }
    boolean categorical = config.categorical().contains(column.name());
    if (column.numeric() && !categorical) {
      return new FeatureColumn.Numbers(column.name(), column.numbers());
    }
    if (!categorical && 2L * column.texts() < column.values()) {
      table.rejectTexts(
          column,
          NUMBER + ", like most of the column; a text of missing; or the column in categorical",
          problems);
      return new FeatureColumn.Numbers(column.name(), column.numbers());
    }
    return categories(column);
  }

  private FeatureColumn categories(CsvColumn column) {
    CsvColumn.Distinct distinct =
        column.keepsTexts()
            ? column.distinct()
            : new CsvColumn.Distinct(List.of(), new int[table.rows()]);
    if (!column.keepsTexts() || distinct.names().size() > MAX_CATEGORIES) {
      problems.add(
          table.place(column.name()),
          (column.keepsTexts() ? distinct.names().size() : "more than " + CsvColumn.MAX_TEXTS)
              + " distinct texts",
          "at most " + MAX_CATEGORIES + " categories, or the column in ignore");
    }
    return new FeatureColumn.Categories(column.name(), distinct.names(), distinct.codes());
  }
}
