package org.mtlbench.toolbox.optimiser;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;

/**
 * Updates parameters from gradients. State (moments, step counts) is kept separately for each
 * parameter, so that a parameter can join late or pause without being moved by stale momentum.
 */
public interface Optimiser {
  /**
   * Updates several parameters in place.
   *
   * @param parameters without duplicates
   * @param gradients one per parameter, of its shape; not modified
   * @param learningRate at least 0
   */
  void update(List<Parameter> parameters, List<NDArray> gradients, double learningRate);

  /** Updates one parameter. */
  default void update(Parameter parameter, NDArray gradient, double learningRate) {
    update(List.of(parameter), List.of(gradient), learningRate);
  }

  /**
   * Registers the state of all parameters updated so far, and of others at their first update. The
   * state of a late parameter is registered at the start of its first update and read only
   * afterwards, so a registry with the values of an interrupted run can restore it immediately.
   *
   * @param name prefix of all names
   */
  void state(String name, StateRegistry registry);

  /**
   * Resets the optimiser: the next update of each parameter is its first. Tensors remain
   * registered.
   */
  void reset();
}
