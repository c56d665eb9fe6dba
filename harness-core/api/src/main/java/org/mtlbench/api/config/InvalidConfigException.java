package org.mtlbench.api.config;

import java.util.List;
import java.util.stream.Collectors;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/** Input of a user that cannot be used; carries every problem found, not only the first. */
public final class InvalidConfigException extends HarnessException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems what is wrong; at least one
   */
  public InvalidConfigException(List<Problem> problems) {
    super(
        ErrorCategory.CONFIG,
        problems.stream().map(Problem::message).collect(Collectors.joining(System.lineSeparator())),
        "");
    this.problems = List.copyOf(problems);
  }

  /** Shorthand for a single problem. */
  public InvalidConfigException(String path, String value, String allowed) {
    this(List.of(new Problem(path, value, allowed)));
  }

  /** What is wrong, in the order found. */
  public List<Problem> problems() {
    return problems;
  }

  /** The same problems seen from the place that holds {@code prefix}. */
  public InvalidConfigException under(String prefix) {
    return new InvalidConfigException(problems.stream().map(p -> p.under(prefix)).toList());
  }
}
