package org.mtlbench.datasets.fetch;

import java.io.IOException;

/** A source could not provide the file; the message is only the reason. */
final class FailedTransferException extends IOException {
  private static final long serialVersionUID = 1L;

  FailedTransferException(String reason) {
    super(reason);
  }
}
