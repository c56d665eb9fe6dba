package org.mtlbench.engine.worker;

import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.results.CellStatus;

/**
 * The outcome of a cell or a trial that did not succeed.
 *
 * @param status failed or diverged
 * @param reason in one line
 */
record Failure(CellStatus status, String reason) {
  private static final int MAX_LENGTH = 300;

  /** From what a plugin or the engine threw. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof FailedSearchException search) {
      return search.failure();
    }
    CellStatus status =
        thrown instanceof DivergedException ? CellStatus.DIVERGED : CellStatus.FAILED;
    return new Failure(status, reason(thrown));
  }

  /** Why it did not succeed, in one line for tables. */
  static String reason(Throwable thrown) {
    if (thrown instanceof InvalidConfigException invalid && invalid.problems() != null) {
      return oneLine(
          invalid.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
    }
    String message = thrown.getMessage();
    if (thrown instanceof DivergedException) {
      return oneLine(message);
    }
    String type = thrown.getClass().getSimpleName();
    return oneLine(message == null || message.isBlank() ? type : type + ": " + message);
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 3) + "...";
  }
}
