package org.mtlbench.results.json;

import java.io.Serial;

/** A file is truncated, for example after a power failure: it is not a complete JSON document. */
public final class HalfWrittenException extends CorruptRecordException {
  @Serial private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public HalfWrittenException(String place, String problem) {
    super(place, problem);
  }

  /** Creates the exception with a cause. */
  public HalfWrittenException(String place, String problem, Throwable cause) {
    super(place, problem, cause);
  }
}
