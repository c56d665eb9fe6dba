package org.mtlbench.api.method;

import ai.djl.ndarray.NDArray;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Registers the state of a checkpoint: everything carried from one epoch to the next, so that an
 * interrupted cell ends with the same bits as an uninterrupted one. State is registered when a
 * procedure is opened; state registered later is restored immediately if a checkpoint contains it.
 * Random generators need not be registered: randomness is derived, see {@link
 * org.mtlbench.api.random.Randomness}.
 */
public interface StateRegistry {
  /** Registers a tensor that is written in place. */
  void tensor(String name, NDArray tensor);

  /**
   * Registers host numbers, which are read when a checkpoint is written and restored when it is
   * loaded.
   */
  void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore);

  /**
   * Drops restored state with this name prefix that has not been registered again. Must be called
   * if state that is registered late starts over and must not be restored.
   */
  default void forget(String prefix) {}
}
