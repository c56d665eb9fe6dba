package org.mtlbench.engine.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Where the files of a set come from. */
public interface EngineSource {
  /** The release that this source has. */
  EngineRelease release();

  /** What is installed and from where, for a message and for the manifest. */
  String description();

  /** The bytes to download; empty if they are not known beforehand. */
  OptionalLong downloadBytes();

  /** The free space in bytes that an installation needs in the folder of sets. */
  long diskBytes();

  /**
   * Creates the folders {@code jars} and, unless libraries are linked, {@code lib}.
   *
   * @param staging an existing, empty folder
   * @param downloads folder for partial downloads, from which a later attempt resumes; need not
   *     exist
   * @param progress receives lines for the user
   * @throws org.mtlbench.api.error.HarnessException with the next step, if the files cannot be had
   */
  Staged stage(Path staging, Path downloads, Consumer<String> progress)
      throws IOException, InterruptedException;

  /**
   * What was staged.
   *
   * @param flavor DJL's name of the native interface
   * @param libraries {@code lib}, or the absolute path of the folder of linked libraries
   */
  record Staged(String flavor, String libraries) {}
}
