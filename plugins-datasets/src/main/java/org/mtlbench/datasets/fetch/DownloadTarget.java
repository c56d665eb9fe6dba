package org.mtlbench.datasets.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * Decides whether a file must be downloaded. A damaged file is renamed and downloaded again; a
 * valid file whose checksum differs from the published one was chosen by the user and is kept.
 *
 * @param log receives progress messages
 */
record DownloadTarget(Consumer<String> log) {

  /**
   * Whether the file must be downloaded.
   *
   * @param inspect inspects the file
   * @param path path of the file; called only if it exists
   */
  boolean isNeeded(Supplier<SourceFile> inspect, Supplier<Path> path) throws IOException {
    SourceFile found = inspect.get();
    switch (found.state()) {
      case VERIFIED -> {
        log.accept(found.name() + ": already there, verified");
        return false;
      }
      case UNVERIFIED -> {
        log.accept(found.name() + ": kept, although its " + found.remark());
        return false;
      }
      case BROKEN -> {
        Path broken = path.get();
        Path aside = broken.resolveSibling(broken.getFileName() + ".broken");
        Files.move(broken, aside, StandardCopyOption.REPLACE_EXISTING);
        log.accept(found.name() + ": " + found.remark());
        log.accept(found.name() + ": renamed to " + aside.getFileName());
        // Removing it may reveal another file of this kind, plain or compressed.
        return isNeeded(inspect, path);
      }
      case MISSING -> {
        return true;
      }
    }
    throw new IllegalStateException("unknown state " + found.state());
  }

  /** Creates a folder if necessary, and checks that it is writable. */
  static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          "cannot create the folder " + folder + " (" + SourceFiles.reason(e) + ")", e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException("no permission to write to the folder " + folder);
    }
  }
}
