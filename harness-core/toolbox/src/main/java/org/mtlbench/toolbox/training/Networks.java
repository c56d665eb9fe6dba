package org.mtlbench.toolbox.training;

import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;

/** Registers networks for checkpoints. */
public final class Networks {
  private Networks() {}

  /**
   * Registers all parameters, buffers included.
   *
   * @param name distinguishes the networks of a method
   */
  public static void register(String name, Model model, StateRegistry registry) {
    for (Parameter parameter : model.parameters()) {
      registry.tensor(name + "/" + parameter.name(), parameter.value());
    }
  }
}
