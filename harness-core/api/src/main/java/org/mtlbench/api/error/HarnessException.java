package org.mtlbench.api.error;

import java.io.Serial;
import java.util.List;
import java.util.Objects;

/**
 * An error that a user can fix. Its message is printed without the type of the exception; it names
 * the place and the problem and contains no names of Java types.
 */
public class HarnessException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ErrorCategory category;
  private final String hint;

  /**
   * An error without a cause.
   *
   * @param message the place and the problem; one line per problem
   * @param hint what to do about it, as an imperative sentence without a full stop; empty if the
   *     message says it
   */
  public HarnessException(ErrorCategory category, String message, String hint) {
    this(category, message, hint, null);
  }

  /** The same with a cause. */
  public HarnessException(ErrorCategory category, String message, String hint, Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
    this.category = Objects.requireNonNull(category, "category");
    this.hint = Objects.requireNonNull(hint, "hint");
  }

  /** The kind of thing to check. */
  public final ErrorCategory category() {
    return category;
  }

  /** What to do about it; empty if the message says it. */
  public final String hint() {
    return hint;
  }

  /** The lines of the message, one per problem; the last one ends with the hint. */
  public final List<String> lines() {
    String text = hint.isEmpty() ? getMessage() : getMessage() + ". " + hint;
    return text.lines().toList();
  }
}
