package org.mtlbench.testkit.contract;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * The state that a method registered for checkpoints; a later registration replaces an earlier one
 * of the same name.
 */
final class RegisteredState implements StateRegistry {
  private final Map<String, NDArray> tensors = new LinkedHashMap<>();
  private final Map<String, Numbers> numbers = new LinkedHashMap<>();
  private final Map<String, float[]> tensorsToCome = new LinkedHashMap<>();
  private final Map<String, double[]> numbersToCome = new LinkedHashMap<>();

  private record Numbers(Supplier<double[]> read, Consumer<double[]> restore) {}

  /** The content of a checkpoint: copies of all registered values. */
  record Saved(Map<String, float[]> tensors, Map<String, double[]> numbers) {}

  @Override
  public void tensor(String name, NDArray tensor) {
    tensors.put(name, tensor);
    float[] saved = tensorsToCome.remove(name);
    if (saved != null) {
      write(tensor, saved);
    }
  }

  @Override
  public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {
    numbers.put(name, new Numbers(read, restore));
    double[] saved = numbersToCome.remove(name);
    if (saved != null) {
      restore.accept(saved);
    }
  }

  @Override
  public void forget(String prefix) {
    tensorsToCome.keySet().removeIf(name -> name.startsWith(prefix));
    numbersToCome.keySet().removeIf(name -> name.startsWith(prefix));
  }

  Saved save() {
    Saved saved = new Saved(new LinkedHashMap<>(), new LinkedHashMap<>());
    tensors.forEach((name, tensor) -> saved.tensors().put(name, tensor.toFloatArray()));
    numbers.forEach((name, value) -> saved.numbers().put(name, value.read().get().clone()));
    return saved;
  }

  /**
   * Restores a checkpoint: registered values immediately, others when they are first registered, as
   * optimisers do for a parameter at its first update.
   */
  void restore(Saved saved) {
    tensorsToCome.putAll(saved.tensors());
    numbersToCome.putAll(saved.numbers());
    tensors.forEach((name, tensor) -> write(tensor, present(tensorsToCome, name)));
    numbers.forEach((name, value) -> value.restore().accept(present(numbersToCome, name)));
  }

  static void write(NDArray tensor, float[] values) {
    // Not NDArray.set, which would replace the tensor's memory by memory of another alignment, and
    // that can change bits.
    try (GradientMode off = GradientMode.off();
        NDArray copy = tensor.getManager().create(values, tensor.getShape())) {
      copy.copyTo(tensor);
    }
  }

  private static <T> T present(Map<String, T> saved, String name) {
    T value = saved.remove(name);
    if (value == null) {
      throw new AssertionError(
          "state '"
              + name
              + "' is registered when a method is opened, but is missing in the checkpoint");
    }
    return value;
  }
}
