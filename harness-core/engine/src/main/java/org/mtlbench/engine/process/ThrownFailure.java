package org.mtlbench.engine.process;

import java.util.List;
import java.util.Locale;
import org.mtlbench.results.FailureKind;

/** Tells from a worker's own reason what it ran out of, if it ran out of anything. */
public final class ThrownFailure {
  private static final String ERROR = "OutOfMemoryError";
  private static final List<String> HEAP_WORDS =
      List.of("java heap space", "gc overhead", "requested array size");

  /** How libtorch, CUDA and the system say it. */
  private static final List<String> NATIVE_WORDS =
      List.of(
          "can't allocate memory",
          "cannot allocate memory",
          "out of memory",
          "bad_alloc",
          "resource temporarily unavailable");

  private ThrownFailure() {}

  /** The kind of failure behind the reason of a record that a worker wrote. */
  public static FailureKind kind(String reason) {
    String words = reason.toLowerCase(Locale.ROOT);
    boolean error = reason.startsWith(ERROR);
    if (error && HEAP_WORDS.stream().anyMatch(words::contains)) {
      return FailureKind.OUT_OF_HEAP;
    }
    return error || NATIVE_WORDS.stream().anyMatch(words::contains)
        ? FailureKind.OUT_OF_NATIVE_MEMORY
        : FailureKind.THREW;
  }
}
