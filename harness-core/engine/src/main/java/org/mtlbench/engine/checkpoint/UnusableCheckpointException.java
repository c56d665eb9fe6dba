package org.mtlbench.engine.checkpoint;

import java.io.IOException;
import java.io.Serial;

/** Thrown if a checkpoint exists, but the cell cannot resume from it. */
public final class UnusableCheckpointException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param reason the reason in a few words
   */
  public UnusableCheckpointException(String reason) {
    super(reason);
  }
}
