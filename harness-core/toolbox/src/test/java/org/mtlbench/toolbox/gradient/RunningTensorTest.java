package org.mtlbench.toolbox.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.StateRegistry;

class RunningTensorTest {
  private static final class Tensors implements StateRegistry {
    private final Map<String, NDArray> registered = new LinkedHashMap<>();

    @Override
    public void tensor(String name, NDArray tensor) {
      registered.put(name, tensor);
    }

    @Override
    public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {
      throw new AssertionError("a tensor has no numbers");
    }
  }

  @Test
  void keepsItsContentFromStepToStep() {
    try (NDManager manager = NDManager.newBaseManager()) {
      RunningTensor running = new RunningTensor("average");
      Tensors tensors = new Tensors();
      running.state(tensors);
      try (NDScope step = new NDScope()) {
        NDArray rows = manager.create(new float[] {1, 2});
        assertThat(running.like(rows).toFloatArray()).containsExactly(0, 0);
        running.write(running.like(rows).add(rows));
      }
      try (NDScope step = new NDScope()) {
        NDArray rows = manager.create(new float[] {3, 5});
        running.write(running.like(rows).add(rows));
      }
      assertThat(tensors.registered).containsOnlyKeys("average");
      assertThat(tensors.registered.get("average").toFloatArray()).containsExactly(4, 7);
    }
  }

  @Test
  void registersTensorThatExists() {
    try (NDManager manager = NDManager.newBaseManager()) {
      RunningTensor running = new RunningTensor("average");
      NDArray tensor = running.like(manager.ones(new Shape(3)));
      Tensors tensors = new Tensors();
      running.state(tensors);
      assertThat(tensors.registered.get("average")).isSameAs(tensor);
    }
  }

  @Test
  void rejectsContentBeforeShape() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThatThrownBy(() -> new RunningTensor("average").write(manager.create(1f)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the tensor has no shape yet");
    }
  }
}
