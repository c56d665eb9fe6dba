package org.mtlbench.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mtlbench.api.config.InvalidConfigException;

/** Checks of the files that commands write. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Checks that a file can be written; folders are not created, since a name may be mistyped.
   *
   * @param option the option that names the file
   * @throws InvalidConfigException if its folder is missing, or it is a folder
   */
  static void check(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InvalidConfigException(
          option, file + ", in a folder that is missing", "a file in a folder that exists");
    }
    if (Files.isDirectory(file)) {
      throw new InvalidConfigException(option, file + ", a folder", "a file's name");
    }
  }
}
