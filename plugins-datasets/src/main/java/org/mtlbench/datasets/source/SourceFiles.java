package org.mtlbench.datasets.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.SourceFile;

/** Checks shared by source files of all formats. */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * Rejects files that cannot be opened for reading.
   *
   * @param kind what the file should be, for messages, for example "an IDX file"
   * @throws InvalidConfigException for a folder, a missing file, or missing permission
   */
  public static void requireReadable(Path file, String kind) {
    if (Files.isDirectory(file)) {
      throw new InvalidConfigException(file.toString(), "a folder", kind);
    }
    if (!Files.exists(file)) {
      throw new InvalidConfigException(file.toString(), "nothing", kind);
    }
    if (!Files.isReadable(file)) {
      throw noPermission(file);
    }
  }

  /** The exception for a file that this user may not read. */
  public static InvalidConfigException noPermission(Path file) {
    return new InvalidConfigException(
        file.toString(), "a file without permission to read", "a file readable by this user");
  }

  /**
   * Reads a file and reports its state; a file rejected by the reader is broken.
   *
   * @param root the data folder
   * @param read reads the file at {@code path}, throwing {@link InvalidConfigException}
   */
  public static SourceFile inspect(Path root, Path path, Supplier<FileCheck> read) {
    try {
      return read.get().sourceFile(root);
    } catch (InvalidConfigException e) {
      // The name contains the path already.
      String remark =
          e.problems().stream()
              .map(problem -> problem.value() + ", expected " + problem.allowed())
              .collect(Collectors.joining("; "));
      return new SourceFile(name(root, path), SourceFile.State.BROKEN, "", remark);
    }
  }

  /** A missing file. */
  public static SourceFile missing(Path root, Path path, String remark) {
    return new SourceFile(name(root, path), SourceFile.State.MISSING, "", remark);
  }

  static String name(Path root, Path path) {
    return root.relativize(path).toString();
  }
}
