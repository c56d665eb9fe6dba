package org.mtlbench.engine.checkpoint;

import java.io.IOException;
import java.io.Serial;

/** There is a checkpoint, but the cell cannot resume from it. */
public final class UnusableCheckpointException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param reason in a few words
   */
  public UnusableCheckpointException(String reason) {
    super(reason);
  }
}
