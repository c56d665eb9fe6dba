package org.mtlbench.datasets.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mtlbench.datasets.table.TargetColumns;

/** Converts columns to labels. */
final class CsvTargets {
  static final int MAX_CLASSES = 1000;

  private static final String CLASSES_ALLOWED =
      "from 2 to " + MAX_CLASSES + " classes; numbers can be of kind regression";

  private final CsvConfig config;
  private final CsvTable table;
  private final CsvProblems problems;

  CsvTargets(CsvConfig config, CsvTable table, CsvProblems problems) {
    this.config = config;
    this.table = table;
    this.problems = problems;
  }

  /** The labels of every task, in the order of their first columns in the file. */
  List<TargetColumns> all() {
    List<String> names = table.names();
    List<Map.Entry<String, TargetSpec>> tasks = new ArrayList<>(config.targets().entrySet());
    tasks.sort(
        Comparator.comparingInt(
            task -> names.indexOf(task.getValue().columns(task.getKey()).get(0))));
    List<TargetColumns> targets = new ArrayList<>();
    for (Map.Entry<String, TargetSpec> task : tasks) {
      targets.add(of(task.getKey(), task.getValue()));
    }
    return targets;
  }

  private TargetColumns of(String task, TargetSpec spec) {
    List<CsvColumn> columns = spec.columns(task).stream().map(table::column).toList();
    return switch (spec.kind()) {
      case REGRESSION -> numbers(task, columns);
      case CLASSIFICATION -> classes(task, columns.get(0));
      case MULTI_LABEL -> columns.size() == 1 ? labels(task, columns.get(0)) : flags(task, columns);
    };
  }

  private TargetColumns numbers(String task, List<CsvColumn> columns) {
    columns.forEach(column -> table.rejectTexts(column, CsvFeatures.NUMBER, problems));
    return new TargetColumns.Numbers(
        task,
        columns.stream().map(CsvColumn::name).toList(),
        columns.stream().map(CsvColumn::numbers).toList());
  }

  private TargetColumns classes(String task, CsvColumn column) {
    if (!column.keepsTexts()) {
      problems.add(
          table.place(column.name()),
          "more than " + CsvColumn.MAX_TEXTS + " distinct cells",
          CLASSES_ALLOWED);
      return new TargetColumns.Classes(task, List.of(), new int[table.rows()]);
    }
    CsvColumn.Distinct distinct = column.distinct();
    int classes = distinct.names().size();
    if (classes < 2 || classes > MAX_CLASSES) {
      problems.add(
          table.place(column.name()),
          classes == 1 ? "the class '" + distinct.names().get(0) + "' only" : classes + " classes",
          CLASSES_ALLOWED);
    }
    return new TargetColumns.Classes(task, distinct.names(), distinct.codes());
  }

  /** Labels as texts with separators in one column. */
  private TargetColumns labels(String task, CsvColumn column) {
    if (!column.keepsTexts()) {
      problems.add(
          table.place(column.name()),
          "more than " + CsvColumn.MAX_TEXTS + " distinct cells",
          "cells with few labels");
      return new TargetColumns.Labels(task, List.of(), List.of());
    }
    CsvColumn.Distinct cells = column.distinct();
    List<List<String>> sets = cells.names().stream().map(this::labelsOf).toList();
    TreeMap<String, byte[]> labels = new TreeMap<>();
    sets.forEach(set -> set.forEach(name -> labels.putIfAbsent(name, new byte[table.rows()])));
    if (labels.isEmpty() || labels.size() > MAX_CLASSES) {
      problems.add(
          table.place(column.name()),
          labels.size() + " distinct labels",
          "from 1 to " + MAX_CLASSES + " labels, separated by '" + config.labelSeparator() + "'");
      return new TargetColumns.Labels(task, List.of(), List.of());
    }
    for (int row = 0; row < table.rows(); row++) {
      int cell = cells.codes()[row];
      for (byte[] values : labels.values()) {
        values[row] = (byte) (cell < 0 ? -1 : 0);
      }
      if (cell >= 0) {
        for (String name : sets.get(cell)) {
          labels.get(name)[row] = 1;
        }
      }
    }
    return new TargetColumns.Labels(
        task, List.copyOf(labels.keySet()), List.copyOf(labels.values()));
  }

  private List<String> labelsOf(String cell) {
    if (cell.equalsIgnoreCase(config.noLabels())) {
      return List.of();
    }
    return Arrays.stream(cell.split(Pattern.quote(config.labelSeparator())))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Labels as 0 and 1 in one column per label. */
  private TargetColumns flags(String task, List<CsvColumn> columns) {
    List<byte[]> labels = new ArrayList<>();
    for (CsvColumn column : columns) {
      labels.add(flags(column));
    }
    return new TargetColumns.Labels(task, columns.stream().map(CsvColumn::name).toList(), labels);
  }

  private byte[] flags(CsvColumn column) {
    double[] numbers = column.numbers();
    byte[] flags = new byte[numbers.length];
    for (int row = 0; row < flags.length; row++) {
      if (column.isMissing(row)) {
        flags[row] = -1;
      } else {
        String cell = column.keepsTexts() ? column.text(row) : Double.toString(numbers[row]);
        boolean yes = numbers[row] == 1 || cell.equalsIgnoreCase("true");
        if (!yes && numbers[row] != 0 && !cell.equalsIgnoreCase("false")) {
          problems.add(
              table.place(row, column.name()),
              "'" + cell + "'",
              "0, 1, false, true or an empty cell");
        }
        flags[row] = (byte) (yes ? 1 : 0);
      }
    }
    return flags;
  }
}
