package org.mtlbench.datasets.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.datasets.table.FeatureColumn;
import org.mtlbench.datasets.table.Table;
import org.mtlbench.datasets.table.TableData;
import org.mtlbench.datasets.table.TargetColumns;

/** Locates the files of a table and reads the table. */
final class CsvFiles {
  /** The maximum number of inputs of all rows together; each takes 4 bytes. */
  static final long MAX_INPUTS = 250_000_000;

  private final CsvConfig config;
  private final List<CsvSource> sources;

  /**
   * @param root the data folder
   */
  CsvFiles(CsvConfig config, Path root) {
    this.config = config;
    this.sources = sources(config, root);
  }

  /** The files that the config names. */
  List<CsvSource> sources() {
    return sources;
  }

  private static List<CsvSource> sources(CsvConfig config, Path root) {
    boolean separate = !config.validationFile().isEmpty() && !config.testFile().isEmpty();
    List<CsvSource> sources = new ArrayList<>();
    add(sources, "file", config.file(), root, separate ? SplitName.TRAIN : null);
    add(sources, "validation-file", config.validationFile(), root, SplitName.VALIDATION);
    add(sources, "test-file", config.testFile(), root, SplitName.TEST);
    return sources;
  }

  private static void add(
      List<CsvSource> sources, String key, String name, Path root, SplitName split) {
    if (!name.isEmpty()) {
      sources.add(new CsvSource(key, name, root.resolve(name), Optional.ofNullable(split)));
    }
  }

  /**
   * Reads the table.
   *
   * @throws InvalidConfigException if the files do not contain a valid table; it lists the problems
   */
  TableData read() {
    CsvProblems problems = new CsvProblems();
    CsvTable table = columns(Optional.empty(), problems);
    ColumnUse use = new ColumnUse(config, table, problems);
    if (!use.sound() || table.rows() == 0) {
      problems.reject();
    }
    List<FeatureColumn> features = new CsvFeatures(config, table, problems).all(use.notFeatures());
    Table whole = table(table, features, problems);
    TableData data = TableData.fit(whole, config.categoryEncoding());
    checkInputs(table, data, problems);
    problems.reject();
    return data;
  }

  /**
   * Reads a table whose rows name files.
   *
   * @param column with the names of the files
   * @throws InvalidConfigException with what is wrong with the files of the table
   */
  FileTable readFileTable(String column) {
    CsvProblems problems = new CsvProblems();
    CsvTable table = columns(Optional.of(column), problems);
    ColumnUse use = new ColumnUse(config, table, problems);
    use.file(column);
    if (!use.sound() || table.rows() == 0) {
      problems.reject();
    }
    CsvColumn names = table.column(column);
    List<String> files = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      if (names.isMissing(row)) {
        problems.add(table.place(row, column), "nothing", "the name of a file");
      } else {
        files.add(names.text(row));
      }
    }
    return new FileTable(files, table(table, List.of(), problems));
  }

  private CsvTable columns(Optional<String> allTexts, CsvProblems problems) {
    if (config.file().isEmpty()) {
      problems.add("file", "nothing", "the name of a CSV file");
    }
    if (config.targets().isEmpty()) {
      problems.add("targets", "nothing", "at least one task, such as {price: regression}");
    }
    problems.reject();
    return CsvReader.read(config, allTexts, sources, problems);
  }

  private Table table(CsvTable table, List<FeatureColumn> features, CsvProblems problems) {
    List<TargetColumns> targets = new CsvTargets(config, table, problems).all();
    SplitName[] splits = CsvSplits.of(config, table, problems);
    problems.reject();
    Table whole = new Table(splits, features, targets);
    checkSplits(table, whole, problems);
    problems.reject();
    return whole;
  }

  private void checkSplits(CsvTable table, Table whole, CsvProblems problems) {
    String file = sources.get(0).place(1);
    for (SplitName split : SplitName.values()) {
      String name = split.name().toLowerCase(Locale.ROOT);
      if (whole.rows(split) == 0) {
        problems.add(file, "no " + name + " row among " + table.rows(), "rows of every split");
        continue;
      }
      for (TargetColumns target : whole.targets()) {
        boolean labelled =
            IntStream.range(0, whole.rows())
                .anyMatch(row -> whole.splits()[row] == split && !target.missing(row));
        if (!labelled) {
          String column = config.targets().get(target.name()).columns(target.name()).get(0);
          problems.add(
              table.place(column), "no label in any " + name + " row", "labels in every split");
        }
      }
    }
  }

  private void checkInputs(CsvTable table, TableData data, CsvProblems problems) {
    long width = data.input().shape().get(0);
    String file = sources.get(0).place(1);
    if (width == 0) {
      problems.add(
          file, "no feature that varies between training rows", "at least one such column");
    }
    if (width * table.rows() > MAX_INPUTS) {
      problems.add(
          file,
          width + " inputs of " + table.rows() + " rows",
          "at most " + MAX_INPUTS + " numbers; embedding in category-encoding needs fewer");
    }
  }
}
