package org.mtlbench.reports.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.reports.rows.Rows;

/**
 * A run that is compared with others.
 *
 * @param folder name of its folder, which tells it from the other runs
 * @param rows its rows
 */
public record ComparedRun(String folder, Rows rows) {
  /** Checks for null. */
  public ComparedRun {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(rows, "rows");
  }

  /** The run restricted to a dataset; absent if its plan does not have it. */
  Optional<ComparedRun> of(String dataset) {
    return rows.byDataset().stream()
        .filter(part -> part.datasets().equals(List.of(dataset)))
        .map(part -> new ComparedRun(folder, part))
        .findFirst();
  }

  /** Folder, name and matrix of the run, for captions. */
  String described() {
    return folder
        + " ("
        + rows.results().run().name()
        + ", matrix "
        + rows.results().run().matrixHash()
        + ", created "
        + rows.results().run().created()
        + ")";
  }

  /**
   * Names of folders: as many of their last elements as tell them apart. A folder that is listed
   * several times has a number behind its name.
   */
  public static List<String> names(List<Path> folders) {
    List<Path> paths = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
    int most = paths.stream().mapToInt(Path::getNameCount).max().orElse(0);
    long distinct = paths.stream().distinct().count();
    List<String> names = endings(paths, 1);
    for (int count = 2; count <= most && names.stream().distinct().count() < distinct; count++) {
      names = endings(paths, count);
    }
    List<String> numbered = new ArrayList<>();
    for (String name : names) {
      long before = numbered.stream().filter(other -> other.startsWith(name)).count();
      numbered.add(numbered.contains(name) ? name + " (" + (before + 1) + ")" : name);
    }
    return numbered;
  }

  private static List<String> endings(List<Path> paths, int count) {
    return paths.stream().map(path -> ending(path, count)).toList();
  }

  private static String ending(Path path, int count) {
    int length = path.getNameCount();
    return length == 0
        ? path.toString()
        : path.subpath(Math.max(0, length - count), length).toString();
  }
}
