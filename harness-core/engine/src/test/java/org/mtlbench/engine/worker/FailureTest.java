package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.method.DivergedException;

class FailureTest {
  @Test
  void reasonIsOneLine() {
    assertThat(Failure.reason(new IllegalStateException("one\n  two\r\nthree")))
        .isEqualTo("IllegalStateException: one two three");
    assertThat(Failure.reason(new OutOfMemoryError())).isEqualTo("OutOfMemoryError");
    assertThat(Failure.reason(new DivergedException("t", Double.POSITIVE_INFINITY, 2, 0)))
        .isEqualTo("t became Infinity in epoch 2, step 0");
    assertThat(
            Failure.reason(
                new InvalidConfigException(
                    List.of(new Problem("a", "1", "2"), new Problem("b", "3", "4")))))
        .isEqualTo("a: found 1, expected 2; b: found 3, expected 4");
    assertThat(Failure.reason(new IllegalStateException("z".repeat(1000))))
        .hasSize(300)
        .endsWith("...");
  }
}
