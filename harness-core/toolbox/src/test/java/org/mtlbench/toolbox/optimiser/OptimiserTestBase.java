package org.mtlbench.toolbox.optimiser;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.method.StateRegistry;

/** Parameters of one number, and a registry that can save and restore. */
abstract class OptimiserTestBase {
  final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  final Parameter parameter(String name, double value) {
    return new Parameter(
        name,
        manager.create(new double[] {value}),
        Parameter.Kind.VECTOR,
        Role.TRUNK,
        Position.HIDDEN);
  }

  final void step(Optimiser optimiser, Parameter parameter, double gradient, double rate) {
    try (NDArray g = manager.create(new double[] {gradient})) {
      optimiser.update(parameter, g, rate);
    }
  }

  static double value(Parameter parameter) {
    return parameter.value().toDoubleArray()[0];
  }

  /** Keeps registered state; restores saved values at registration. */
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
