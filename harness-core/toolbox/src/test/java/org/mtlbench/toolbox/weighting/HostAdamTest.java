package org.mtlbench.toolbox.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.StateRegistry;

class HostAdamTest {
  private static final double[][] GRADIENTS = {{0.5, -2e-8}, {-0.25, 1}, {0.125, 0}};

  /** Restores the values that another registry read under the same names. */
  private static final class Copy implements StateRegistry {
    private final Map<String, Supplier<double[]>> read = new LinkedHashMap<>();
    private final Map<String, Consumer<double[]>> write = new LinkedHashMap<>();

    @Override
    public void tensor(String name, NDArray tensor) {
      throw new IllegalStateException("no tensor is registered");
    }

    @Override
    public void numbers(String name, Supplier<double[]> values, Consumer<double[]> restore) {
      read.put(name, values);
      write.put(name, restore);
    }

    void into(Copy other) {
      read.forEach((name, values) -> other.write.get(name).accept(values.get()));
    }
  }

  /** m = 0.9 m + 0.1 g, v = 0.999 v + 0.001 g^2, both divided by 1 - beta^n. */
  @Test
  void matchesAlgorithm() {
    double[] x = {1, 1};
    HostAdam adam = new HostAdam(2);
    adam.step(x, GRADIENTS[0], 0.1);
    // the first step is rate g / (|g| + eps); eps is half of the second gradient
    assertThat(x).containsExactly(new double[] {0.9, 1 + 0.1 * 2 / 3}, within(1e-8));
    adam.step(x, GRADIENTS[1], 0.1);
    // m = 0.045 - 0.025 = 0.02 over 0.19; v = 0.00024975 + 0.0000625 over 0.001999
    double second = 0.9 - 0.1 * (0.02 / 0.19) / Math.sqrt(0.00031225 / 0.001999);
    assertThat(x[0]).isCloseTo(second, within(1e-7));
  }

  @Test
  void resumesFromRegisteredState() {
    double[] x = {1, 1};
    HostAdam adam = new HostAdam(2);
    Copy state = new Copy();
    adam.state("x", x, state);
    adam.step(x, GRADIENTS[0], 0.1);
    adam.step(x, GRADIENTS[1], 0.1);

    double[] y = {7, 7};
    HostAdam fresh = new HostAdam(2);
    Copy restored = new Copy();
    fresh.state("x", y, restored);
    state.into(restored);
    adam.step(x, GRADIENTS[2], 0.1);
    fresh.step(y, GRADIENTS[2], 0.1);
    assertThat(y).isEqualTo(x);
  }

  @Test
  void softmaxDoesNotOverflow() {
    assertThat(Softmax.of(new double[] {1000, 1000})).containsExactly(0.5, 0.5);
    assertThat(Softmax.of(new double[] {-1e9, 0})).containsExactly(0, 1);
    assertThat(Softmax.of(new double[] {0, Math.log(3)}))
        .containsExactly(new double[] {0.25, 0.75}, within(1e-15));
  }
}
