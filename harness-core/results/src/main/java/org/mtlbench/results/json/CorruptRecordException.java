package org.mtlbench.results.json;

import java.io.IOException;
import java.io.Serial;

/** A file is half-written, or not the record it should be. */
public sealed class CorruptRecordException extends IOException permits HalfWrittenException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Names the place and what is wrong with it.
   *
   * @param place the file, and the line where there is one
   * @param problem what is wrong, in one line
   */
  public CorruptRecordException(String place, String problem) {
    super(place + ": " + problem);
  }

  /** As above, with what was thrown on the way. */
  public CorruptRecordException(String place, String problem, Throwable cause) {
    super(place + ": " + problem, cause);
  }
}
