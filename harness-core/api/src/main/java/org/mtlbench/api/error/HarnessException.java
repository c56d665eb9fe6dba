package org.mtlbench.api.error;

import java.io.Serial;
import java.util.List;
import java.util.Objects;

/**
 * An error that a user can do something about. Its message is shown as it is, without the type of
 * the exception: it names the place and what is wrong with it, and holds no names of Java types.
 */
public class HarnessException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ErrorCategory category;
  private final String hint;

  /**
   * An error that was found by a check.
   *
   * @param message the place and what is wrong with it; one line for each problem
   * @param hint what to do about it, as an imperative sentence without a full stop; empty if the
   *     message says it
   */
  public HarnessException(ErrorCategory category, String message, String hint) {
    this(category, message, hint, null);
  }

  /** As above, with what was thrown on the way. */
  public HarnessException(ErrorCategory category, String message, String hint, Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
    this.category = Objects.requireNonNull(category, "category");
    this.hint = Objects.requireNonNull(hint, "hint");
  }

  /** What a user has to look at. */
  public final ErrorCategory category() {
    return category;
  }

  /** What to do about it; empty if the message says it. */
  public final String hint() {
    return hint;
  }

  /** The message in lines, one for each problem, the last one with the hint. */
  public final List<String> lines() {
    String text = hint.isEmpty() ? getMessage() : getMessage() + ". " + hint;
    return text.lines().toList();
  }
}
