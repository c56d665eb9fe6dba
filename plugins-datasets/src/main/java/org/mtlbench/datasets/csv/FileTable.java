package org.mtlbench.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.datasets.table.Table;

/**
 * A table with a file name and labels in each row, for datasets whose inputs are files.
 *
 * @param files one per row, as written in the table
 * @param table splits and labels, without features
 */
public record FileTable(List<String> files, Table table) {
  public FileTable {
    files = List.copyOf(files);
  }

  /**
   * Reads a table.
   *
   * @param column column with the names of the files
   * @param root the data folder
   * @throws org.mtlbench.api.config.InvalidConfigException with all problems and their file, line and
   *     column
   */
  public static FileTable read(CsvConfig config, String column, Path root) {
    return new CsvFiles(config, root).readFileTable(column);
  }
}
