package org.mtlbench.toolbox.initialisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;

class PyTorchDefaultTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray draw(long seed, String name) {
    return new PyTorchDefault(manager, new Randomness(seed)).draw(name, new Shape(100, 50), 25);
  }

  @Test
  void isUniformWithinBounds() {
    NDArray values = draw(1, "a");
    assertThat(values.max().getFloat()).isBetween(0.199f, 0.2f);
    assertThat(values.min().getFloat()).isBetween(-0.2f, -0.199f);
    assertThat(values.mean().getFloat()).isCloseTo(0, within(0.01f));
    // variance of a uniform distribution: bound^2 / 3
    assertThat(values.square().mean().getFloat()).isCloseTo(0.04f / 3, within(0.0005f));
  }

  @Test
  void dependsOnSeedAndNameOnly() {
    assertThat(draw(1, "a").toFloatArray()).containsExactly(draw(1, "a").toFloatArray());
    assertThat(draw(1, "b").toFloatArray()).isNotEqualTo(draw(1, "a").toFloatArray());
    assertThat(draw(2, "a").toFloatArray()).isNotEqualTo(draw(1, "a").toFloatArray());
  }

  @Test
  void rejectsFanInBelowOne() {
    assertThatThrownBy(
            () -> new PyTorchDefault(manager, new Randomness(1)).draw("w", new Shape(2), 0))
        .hasMessageContaining("w: found fan in 0");
  }
}
