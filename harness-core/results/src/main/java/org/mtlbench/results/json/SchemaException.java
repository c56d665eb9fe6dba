package org.mtlbench.results.json;

import java.io.IOException;
import java.io.Serial;

/** A file was written in a schema version that this program does not read. */
public final class SchemaException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Names the place, what was found and what is allowed.
   *
   * @param place the file, and the line where there is one
   * @param found the version as written, or that there is none
   * @param min the oldest version that this program reads
   * @param max the newest one
   */
  public SchemaException(String place, String found, int min, int max) {
    super(
        place
            + ": schema "
            + found
            + " is not known to this version of mtlbench; allowed: "
            + (min == max ? String.valueOf(max) : min + " to " + max));
  }
}
