package org.mtlbench.datasets.csv;

import java.util.List;

/**
 * The columns of a table as read from its files.
 *
 * @param sources the files, in order; the first determines the names of the columns
 * @param columns columns that are not ignored, in order
 * @param lines the line of each row in its file, from 1
 * @param starts the first row of each file
 */
record CsvTable(List<CsvSource> sources, List<CsvColumn> columns, int[] lines, int[] starts) {
  CsvTable {
    sources = List.copyOf(sources);
    columns = List.copyOf(columns);
  }

  int rows() {
    return lines.length;
  }

  /** The file of a row. */
  CsvSource source(int row) {
    int file = starts.length - 1;
    while (starts[file] > row) {
      file--;
    }
    return sources.get(file);
  }

  /** The location of a cell, for messages. */
  String place(int row, String column) {
    return source(row).place(lines[row], column);
  }

  /** The location of a column, for messages. */
  String place(String column) {
    return sources.get(0).place(1, column);
  }

  /** Adds a problem for each cell of a column that is neither missing nor a number. */
  void rejectTexts(CsvColumn column, String expected, CsvProblems problems) {
    for (CsvColumn.Cell cell : column.firstTexts()) {
      problems.add(place(cell.row(), column.name()), "'" + cell.text() + "'", expected);
    }
    problems.addHidden(column.texts() - column.firstTexts().size());
  }

  List<String> names() {
    return columns.stream().map(CsvColumn::name).toList();
  }

  CsvColumn column(String name) {
    return columns.get(names().indexOf(name));
  }
}
