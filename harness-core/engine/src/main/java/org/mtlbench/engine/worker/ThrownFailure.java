package org.mtlbench.engine.worker;

import java.util.List;
import java.util.Locale;
import org.mtlbench.results.FailureKind;

/** Detects exhausted resources from what was thrown. */
public final class ThrownFailure {
  private static final List<String> HEAP_WORDS =
      List.of("java heap space", "gc overhead", "requested array size");

  /** Phrases of error messages of libtorch, CUDA, cuBLAS and cuDNN. */
  private static final List<String> DEVICE_WORDS =
      List.of(
          "cuda out of memory",
          "cuda error: out of memory",
          "cublas_status_alloc_failed",
          "cudnn_status_alloc_failed");

  /** What to do if a GPU has too little memory; follows the reason. */
  public static final String DEVICE_ADVICE =
      "use fewer cells per GPU (--slots) or a smaller batch size";

  /** Phrases of error messages of libtorch and the system. */
  private static final List<String> NATIVE_WORDS =
      List.of(
          "can't allocate memory",
          "cannot allocate memory",
          "out of memory",
          "bad_alloc",
          "resource temporarily unavailable");

  private ThrownFailure() {}

  /** Whether a message means that a GPU has too little memory. */
  public static boolean deviceMemory(String message) {
    String words = message.toLowerCase(Locale.ROOT);
    return DEVICE_WORDS.stream().anyMatch(words::contains);
  }

  /** The kind of failure according to an exception of a plugin, the engine or the system. */
  public static FailureKind kind(Throwable thrown) {
    String words = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    boolean error = thrown instanceof OutOfMemoryError;
    if (error && HEAP_WORDS.stream().anyMatch(words::contains)) {
      return FailureKind.OUT_OF_HEAP;
    }
    if (deviceMemory(words)) {
      return FailureKind.OUT_OF_DEVICE_MEMORY;
    }
    return error || NATIVE_WORDS.stream().anyMatch(words::contains)
        ? FailureKind.OUT_OF_NATIVE_MEMORY
        : FailureKind.THREW;
  }
}
