package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.results.FailureKind;

class FailureTest {
  @Test
  void reasonIsOneLine() {
    assertThat(reason(new IllegalStateException("one\n  two\r\nthree"))).isEqualTo("one");
    assertThat(reason(new OutOfMemoryError())).isEqualTo("out of memory");
    assertThat(reason(new DivergedException("t", Double.POSITIVE_INFINITY, 2, 0)))
        .isEqualTo("t became Infinity in epoch 2, step 0");
    assertThat(
            reason(
                new InvalidConfigException(
                    List.of(new Problem("a", "1", "2"), new Problem("b", "3", "4")))))
        .isEqualTo("a: found 1, expected 2; b: found 3, expected 4");
    assertThat(reason(new IllegalStateException("z".repeat(1000)))).hasSize(300).endsWith("...");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | Java heap space | OUT_OF_HEAP",
        "true  | unable to create native thread | OUT_OF_NATIVE_MEMORY",
        "false | DefaultCPUAllocator: can't allocate memory | OUT_OF_NATIVE_MEMORY",
        "false | CUDA out of memory. Tried to allocate 2 GiB | OUT_OF_DEVICE_MEMORY",
        "false | CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate | OUT_OF_DEVICE_MEMORY",
        "false | none | THREW"
      })
  void kindIsExhaustedResource(boolean error, String message, FailureKind kind) {
    Throwable thrown = error ? new OutOfMemoryError(message) : new IllegalStateException(message);
    assertThat(Failure.of(thrown).kind()).isEqualTo(kind);
  }

  @Test
  void advisesIfGpuMemoryIsExhausted() {
    assertThat(reason(new IllegalStateException("CUDA out of memory. Tried to allocate 2 GiB")))
        .isEqualTo(
            "out of GPU memory: use fewer cells per GPU (--slots) or a smaller batch size (CUDA out"
                + " of memory. Tried to allocate 2 GiB)");
  }

  private static String reason(Throwable thrown) {
    return Failure.of(thrown).reason();
  }
}
