package org.mtlbench.toolbox.training;

import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;

/** What checkpoints hold of a network. */
public final class Networks {
  private Networks() {}

  /**
   * Registers every parameter, buffers included.
   *
   * @param name tells the networks of one method apart
   */
  public static void register(String name, Model model, StateRegistry registry) {
    for (Parameter parameter : model.parameters()) {
      registry.tensor(name + "/" + parameter.name(), parameter.value());
    }
  }
}
