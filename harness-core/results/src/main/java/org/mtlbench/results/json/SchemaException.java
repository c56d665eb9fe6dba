package org.mtlbench.results.json;

import java.io.IOException;
import java.io.Serial;

/** A file was written in an unsupported schema version. */
public final class SchemaException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param place the file, and the line if there is one
   * @param found the version found, or a note that there is none
   * @param min oldest supported version
   * @param max newest supported version
   */
  public SchemaException(String place, String found, int min, int max) {
    super(
        place
            + ": schema "
            + found
            + " is not supported by this version of mtlbench; supported: "
            + (min == max ? String.valueOf(max) : min + " to " + max));
  }
}
