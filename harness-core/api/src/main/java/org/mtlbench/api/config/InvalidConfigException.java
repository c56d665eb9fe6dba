package org.mtlbench.api.config;

import java.util.List;
import java.util.stream.Collectors;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/** Thrown for invalid user input; contains all problems found, not only the first. */
public final class InvalidConfigException extends HarnessException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems the problems; at least one
   */
  public InvalidConfigException(List<Problem> problems) {
    super(
        ErrorCategory.CONFIG,
        problems.stream().map(Problem::message).collect(Collectors.joining(System.lineSeparator())),
        "");
    this.problems = List.copyOf(problems);
  }

  /** Creates the exception for a single problem. */
  public InvalidConfigException(String path, String value, String allowed) {
    this(List.of(new Problem(path, value, allowed)));
  }

  /** The problems in the order found. */
  public List<Problem> problems() {
    return problems;
  }

  /** A copy whose paths are prefixed with {@code prefix}. */
  public InvalidConfigException under(String prefix) {
    return new InvalidConfigException(problems.stream().map(p -> p.under(prefix)).toList());
  }
}
