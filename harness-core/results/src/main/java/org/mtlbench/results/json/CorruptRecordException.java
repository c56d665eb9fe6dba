package org.mtlbench.results.json;

import java.io.IOException;
import java.io.Serial;

/** A file is truncated or not the expected record. */
public sealed class CorruptRecordException extends IOException permits HalfWrittenException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param place the file, and the line if there is one
   * @param problem what is wrong, in one line
   */
  public CorruptRecordException(String place, String problem) {
    super(place + ": " + problem);
  }

  /** Creates the exception with a cause. */
  public CorruptRecordException(String place, String problem, Throwable cause) {
    super(place + ": " + problem, cause);
  }
}
