package org.mtlbench.toolbox.optimiser;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.mtlbench.api.architecture.Position;
import org.mtlbench.api.architecture.Role;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.method.StateRegistry;

/** Weights of one number, and a registry that can save and put back. */
abstract class OptimiserTestBase {
  final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  final Weight weight(String name, double value) {
    return new Weight(
        name,
        manager.create(new double[] {value}),
        Weight.Kind.VECTOR,
        Role.TRUNK,
        Position.HIDDEN);
  }

  final void step(Optimiser optimiser, Weight weight, double gradient, double rate) {
    try (NDArray g = manager.create(new double[] {gradient})) {
      optimiser.update(weight, g, rate);
    }
  }

  static double value(Weight weight) {
    return weight.value().toDoubleArray()[0];
  }

  /** Keeps what is registered; puts back saved values at registration. */
  static final class Memory implements StateRegistry {
    final Map<String, Supplier<double[]>> readers = new LinkedHashMap<>();
    private final Map<String, double[]> saved;

    Memory(Map<String, double[]> saved) {
      this.saved = saved;
    }

    @Override
    public void tensor(String name, NDArray tensor) {
      numbers(name, tensor::toDoubleArray, tensor::set);
    }

    @Override
    public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {
      readers.put(name, read);
      if (saved.containsKey(name)) {
        restore.accept(saved.get(name));
      }
    }

    Map<String, double[]> save() {
      Map<String, double[]> values = new LinkedHashMap<>();
      readers.forEach((name, read) -> values.put(name, read.get()));
      return values;
    }
  }
}
