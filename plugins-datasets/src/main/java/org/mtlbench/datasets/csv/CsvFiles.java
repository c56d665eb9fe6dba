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

/** The files of a table, and the table that they hold. */
final class CsvFiles {
  /** Inputs of all rows together, 4 bytes each. */
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
   * @throws InvalidConfigException with what is wrong with the files
   */
  TableData read() {
    CsvProblems problems = new CsvProblems();
    if (config.file().isEmpty()) {
      problems.add("file", "nothing", "the name of a CSV file");
    }
    if (config.targets().isEmpty()) {
      problems.add("targets", "nothing", "at least one task, such as {price: regression}");
    }
    problems.reject();
    CsvTable table = CsvReader.read(config, sources, problems);
    ColumnUse use = new ColumnUse(config, table, problems);
    if (!use.sound() || table.rows() == 0) {
      problems.reject();
    }
    List<FeatureColumn> features = new CsvFeatures(config, table, problems).all(use.notFeatures());
    List<TargetColumns> targets = new CsvTargets(config, table, problems).all();
    SplitName[] splits = CsvSplits.of(config, table, problems);
    problems.reject();
    Table whole = new Table(splits, features, targets);
    checkSplits(table, whole, problems);
    problems.reject();
    TableData data = TableData.fit(whole, config.categoryEncoding());
    checkInputs(table, data, problems);
    problems.reject();
    return data;
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
          file, "no feature that differs between training rows", "at least one such column");
    }
    if (width * table.rows() > MAX_INPUTS) {
      problems.add(
          file,
          width + " inputs of " + table.rows() + " rows",
          "at most " + MAX_INPUTS + " numbers; embedding in category-encoding needs fewer");
    }
  }
}
