package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;

/** A copy of the values of parameters. */
public final class ParameterSnapshot {
  private final List<Parameter> parameters;
  private final List<NDArray> copies = new ArrayList<>();

  /**
   * Copies the current values.
   *
   * @param parameters may include buffers
   */
  public ParameterSnapshot(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
    try (GradientMode off = GradientMode.off()) {
      for (Parameter parameter : parameters) {
        NDArray copy = parameter.value().duplicate();
        // Copies outlive the scope of the step or phase in which they are created.
        NDScope.unregister(copy);
        copies.add(copy);
      }
    }
  }

  /** Replaces the copy by the current values. */
  public void capture() {
    try (GradientMode off = GradientMode.off()) {
      for (int i = 0; i < copies.size(); i++) {
        parameters.get(i).value().copyTo(copies.get(i));
      }
    }
  }

  /** Writes the copy back to the parameters. */
  public void restore() {
    try (GradientMode off = GradientMode.off()) {
      for (int i = 0; i < copies.size(); i++) {
        copies.get(i).copyTo(parameters.get(i).value());
      }
    }
  }

  /** Registers the copy, each tensor as {@code <name>/<parameter>}. */
  void register(String name, StateRegistry registry) {
    for (int i = 0; i < copies.size(); i++) {
      registry.tensor(name + "/" + parameters.get(i).name(), copies.get(i));
    }
  }
}
