package org.mtlbench.datasets.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/** Reads the files of a table row by row, and collects the problems of their format. */
final class CsvReader {
  /**
   * The maximum number of cells of all files together, without ignored columns; each takes 12
   * bytes.
   */
  static final long MAX_CELLS = 50_000_000;

  static final int MAX_COLUMNS = 10_000;

  private final CsvConfig config;
  private final Optional<String> allTexts;
  private final CsvProblems problems;
  private final Set<String> missing;
  private final List<String> names = new ArrayList<>();
  private final List<CsvColumn> columns = new ArrayList<>();
  private int[] lines = new int[256];
  private int rows;

  private CsvReader(CsvConfig config, Optional<String> allTexts, CsvProblems problems) {
    this.config = config;
    this.allTexts = allTexts;
    this.problems = problems;
    this.missing =
        config.missing().stream()
            .map(text -> text.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /**
   * Reads the files.
   *
   * @param allTexts a column that keeps all its texts, however many
   * @param problems receives the problems of single rows, which are skipped
   * @throws org.mtlbench.api.config.InvalidConfigException if the columns or the end of a file
   *     cannot be determined
   */
  static CsvTable read(
      CsvConfig config, Optional<String> allTexts, List<CsvSource> sources, CsvProblems problems) {
    CsvReader reader = new CsvReader(config, allTexts, problems);
    int[] starts = new int[sources.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = reader.rows;
      reader.read(sources.get(i));
    }
    return new CsvTable(sources, reader.columns, Arrays.copyOf(reader.lines, reader.rows), starts);
  }

  private void read(CsvSource source) {
    try (CsvRows file = CsvRows.open(source, config)) {
      if (!file.next()) {
        problems.add(source.place(1), "an empty file", "a table");
        problems.reject();
      }
      List<String> found = header(source, file);
      if (names.isEmpty()) {
        names(source, found);
      }
      int[] places = places(source, found);
      int headerLine = file.line();
      boolean more = !config.header() || file.next();
      if (!more) {
        problems.add(source.place(headerLine), "no row below the header", "rows of a table");
      }
      while (more) {
        add(source, file, found, places);
        more = file.next();
      }
    }
  }

  private List<String> header(CsvSource source, CsvRows file) {
    CSVRecord first = file.record();
    if (first.size() > MAX_COLUMNS) {
      problems.add(source.place(file.line()), first.size() + " columns", "at most " + MAX_COLUMNS);
      problems.reject();
    }
    if (!config.header()) {
      return IntStream.rangeClosed(1, first.size()).mapToObj(i -> "column" + i).toList();
    }
    List<String> found = first.toList().stream().map(String::strip).toList();
    Set<String> before = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      String place = source.place(file.line(), Integer.toString(i + 1));
      if (found.get(i).isEmpty()) {
        problems.add(place, "a column without a name", "a name");
      } else if (!before.add(found.get(i))) {
        problems.add(place, "'" + found.get(i) + "' again", "a unique name for each column");
      }
    }
    problems.reject();
    return found;
  }

  private void names(CsvSource source, List<String> found) {
    names.addAll(found);
    for (String ignored : config.ignore()) {
      if (!names.contains(ignored)) {
        problems.add("ignore", "'" + ignored + "'", source.columns(ignored, names));
      }
    }
    names.stream()
        .filter(name -> !config.ignore().contains(name))
        .forEach(name -> columns.add(column(name)));
  }

  private CsvColumn column(String name) {
    return allTexts.filter(name::equals).isPresent()
        ? new CsvColumn(name, missing, Integer.MAX_VALUE)
        : new CsvColumn(name, missing);
  }

  /** The column index of each cell of a row; -1 if it is ignored. */
  private int[] places(CsvSource source, List<String> found) {
    for (String name : names) {
      if (!found.contains(name)) {
        problems.add(source.place(1), "no column " + name, "the columns of " + config.file());
      }
    }
    for (int i = 0; i < found.size(); i++) {
      if (!names.contains(found.get(i))) {
        problems.add(
            source.place(1, Integer.toString(i + 1)),
            "'" + found.get(i) + "'",
            "the columns of " + config.file() + " only");
      }
    }
    problems.reject();
    List<String> kept = columns.stream().map(CsvColumn::name).toList();
    return found.stream().mapToInt(kept::indexOf).toArray();
  }

  private void add(CsvSource source, CsvRows file, List<String> found, int[] places) {
    CSVRecord record = file.record();
    if (record.size() != found.size()) {
      boolean few = record.size() < found.size();
      String column = few ? found.get(record.size()) : Integer.toString(found.size() + 1);
      problems.add(
          source.place(file.line(), column),
          "a row of " + record.size() + (record.size() == 1 ? " cell" : " cells"),
          found.size() + " cells, as in the first line");
      return;
    }
    for (int i = 0; i < places.length; i++) {
      String cell = record.get(i);
      if (cell.indexOf('\0') >= 0) {
        problems.add(source.place(file.line(), found.get(i)), "a NUL character", "a text file");
        problems.reject();
      }
      if (places[i] >= 0) {
        columns.get(places[i]).add(cell);
      }
    }
    if (rows == lines.length) {
      lines = Arrays.copyOf(lines, rows * 2);
    }
    lines[rows++] = file.line();
    if ((long) rows * columns.size() > MAX_CELLS) {
      problems.add(
          source.place(file.line()),
          "more than " + MAX_CELLS + " cells",
          "a smaller table, or columns in ignore");
      problems.reject();
    }
  }
}
