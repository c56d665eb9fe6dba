package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.torchscript.ScriptFunction;

/** A copy of the values of parameters. */
public final class ParameterSnapshot {
  private final List<Parameter> parameters;
  private final List<NDArray> copies = new ArrayList<>();
  private Optional<ScriptFunction> copying = Optional.empty();

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
    copy(parameters.stream().map(Parameter::value).toList(), copies);
  }

  /** Writes the copy back to the parameters. */
  public void restore() {
    copy(copies, parameters.stream().map(Parameter::value).toList());
  }

  /** Copies on the device, in one call; the engine's copyTo takes a detour through the host. */
  private void copy(List<NDArray> from, List<NDArray> to) {
    if (from.isEmpty()) {
      return;
    }
    if (copying.isEmpty()) {
      copying =
          Optional.of(
              ScriptFunction.compile(
                  "to: List[Tensor], from_: List[Tensor]",
                  """
                  _0 = ops.aten._foreach_copy_(to, from_)
                  return to[0]
                  """,
                  copies.get(0).getManager()));
    }
    try (GradientMode off = GradientMode.off()) {
      copying.get().run(ScriptFunction.tensors(to), ScriptFunction.tensors(from));
    }
  }

  /** Registers the copy, each tensor as {@code <name>/<parameter>}. */
  void register(String name, StateRegistry registry) {
    for (int i = 0; i < copies.size(); i++) {
      registry.tensor(name + "/" + parameters.get(i).name(), copies.get(i));
    }
  }
}
