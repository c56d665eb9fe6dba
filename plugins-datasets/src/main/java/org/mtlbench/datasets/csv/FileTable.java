package org.mtlbench.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.datasets.table.Table;

/**
 * A table whose rows consist of a file name and labels, for datasets whose inputs are files.
 *
 * @param files file name of each row, as written in the table
 * @param table splits and labels of the rows; it has no features
 */
public record FileTable(List<String> files, Table table) {
  public FileTable {
    files = List.copyOf(files);
  }

  /**
   * Reads a table.
   *
   * @param column name of the column with the file names
   * @param root the data folder, to which the paths of the config are relative
   * @throws org.mtlbench.api.config.InvalidConfigException with all problems and their file, line
   *     and column
   */
  public static FileTable read(CsvConfig config, String column, Path root) {
    return new CsvFiles(config, root).readFileTable(column);
  }
}
