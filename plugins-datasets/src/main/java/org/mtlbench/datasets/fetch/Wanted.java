package org.mtlbench.datasets.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.dataset.SourceFile;

/**
 * What to do about a file that may be there already. A damaged file is set aside under another name
 * and fetched anew; a sound file whose checksum differs from the published one is somebody's choice
 * and stays.
 *
 * @param log told each step in a plain line
 */
record Wanted(Consumer<String> log) {

  /**
   * Whether a file is to be fetched.
   *
   * @param inspect looks at the file
   * @param path where it lies; asked only if it is there
   */
  boolean is(Supplier<SourceFile> inspect, Supplier<Path> path) throws IOException {
    SourceFile found = inspect.get();
    switch (found.state()) {
      case VERIFIED -> {
        log.accept(found.name() + ": already there, verified");
        return false;
      }
      case UNVERIFIED -> {
        log.accept(found.name() + ": kept, but its " + found.remark());
        return false;
      }
      case BROKEN -> {
        Path broken = path.get();
        Path aside = broken.resolveSibling(broken.getFileName() + ".broken");
        Files.move(broken, aside, StandardCopyOption.REPLACE_EXISTING);
        log.accept(found.name() + ": " + found.remark());
        log.accept(found.name() + ": set aside as " + aside.getFileName());
        // another file of this kind, plain or compressed, may have stood behind it
        return is(inspect, path);
      }
      case MISSING -> {
        return true;
      }
    }
    throw new IllegalStateException("unknown state " + found.state());
  }

  /** Makes a folder, unless it is there, and checks that it can be written to. */
  static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException("cannot make the folder " + folder + " (" + e + ")", e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException("no permission to write to the folder " + folder);
    }
  }
}
