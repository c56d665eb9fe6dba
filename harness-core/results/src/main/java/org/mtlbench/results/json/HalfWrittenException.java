package org.mtlbench.results.json;

import java.io.Serial;

/** A file ends too early, as a power cut may leave it: it is no whole JSON document. */
public final class HalfWrittenException extends CorruptRecordException {
  @Serial private static final long serialVersionUID = 1L;

  /** As its parent's. */
  public HalfWrittenException(String place, String problem) {
    super(place, problem);
  }

  /** As its parent's. */
  public HalfWrittenException(String place, String problem, Throwable cause) {
    super(place, problem, cause);
  }
}
