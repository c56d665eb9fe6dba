package org.mtlbench.engine.worker;

import java.util.List;
import java.util.Locale;
import org.mtlbench.results.FailureKind;

/** Detects exhausted resources from what was thrown. */
public final class ThrownFailure {
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

  /** The kind of failure according to an exception of a plugin, the engine or the system. */
  public static FailureKind kind(Throwable thrown) {
    String words = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    boolean error = thrown instanceof OutOfMemoryError;
    if (error && HEAP_WORDS.stream().anyMatch(words::contains)) {
      return FailureKind.OUT_OF_HEAP;
    }
    return error || NATIVE_WORDS.stream().anyMatch(words::contains)
        ? FailureKind.OUT_OF_NATIVE_MEMORY
        : FailureKind.THREW;
  }
}
