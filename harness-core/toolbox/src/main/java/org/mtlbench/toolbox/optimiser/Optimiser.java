package org.mtlbench.toolbox.optimiser;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;

/**
 * Moves parameters against gradients. State (moments, step counts) is kept for each parameter
 * apart, so that a parameter may join late or pause without moving on stale momentum.
 */
public interface Optimiser {
  /**
   * One step of some parameters, in place.
   *
   * @param parameters each once
   * @param gradients one per parameter, of its shape; not changed
   * @param learningRate at least 0
   */
  void update(List<Parameter> parameters, List<NDArray> gradients, double learningRate);

  /** One step of one parameter. */
  default void update(Parameter parameter, NDArray gradient, double learningRate) {
    update(List.of(parameter), List.of(gradient), learningRate);
  }

  /**
   * Registers the state of all parameters met so far, and of others when they are first met: the
   * state of a parameter that joins later is registered at the start of its first update and read
   * only after that, so that a registry which holds values of an interrupted run can put them back
   * at once.
   *
   * @param name prefix of all names
   */
  void state(String name, StateRegistry registry);

  /** Forgets all steps: the next update of each parameter is its first. Tensors stay registered. */
  void reset();
}
