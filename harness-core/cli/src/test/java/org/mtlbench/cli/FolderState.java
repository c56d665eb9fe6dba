package org.mtlbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A snapshot of a folder, for comparisons before and after. */
final class FolderState {
  private FolderState() {}

  /** Sizes and modification times of a folder and of all files and folders in it. */
  static Map<String, String> of(Path root) throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.toList()) {
        String size = Files.isDirectory(entry) ? "folder" : Files.size(entry) + " bytes";
        state.put(
            root.relativize(entry).toString(), size + ", " + Files.getLastModifiedTime(entry));
      }
    }
    return state;
  }
}
