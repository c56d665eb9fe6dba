package org.mtlbench.engine.process;

import java.util.List;
import java.util.Locale;
import org.mtlbench.results.FailureKind;

/** Detects exhausted resources from the reason that a worker reported. */
public final class ThrownFailure {
  private static final String ERROR = "OutOfMemoryError";
  private static final List<String> HEAP_WORDS =
      List.of("java heap space", "gc overhead", "requested array size");

  /** Phrases of error messages of libtorch, CUDA and the system. */
  private static final List<String> NATIVE_WORDS =
      List.of(
          "can't allocate memory",
          "cannot allocate memory",
          "out of memory",
          "bad_alloc",
          "resource temporarily unavailable");

  private ThrownFailure() {}

  /** The kind of failure according to the reason in the worker's record. */
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
