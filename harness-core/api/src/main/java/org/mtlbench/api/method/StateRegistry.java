package org.mtlbench.api.method;

import ai.djl.ndarray.NDArray;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Names what a checkpoint must hold so that an interrupted cell ends with the same bits as an
 * undisturbed one: all that an epoch leaves for a later one. Registered when a procedure is opened;
 * what is registered later is put back at once if a checkpoint holds it. Generators need no entry:
 * randomness is derived, see {@link org.mtlbench.api.random.Randomness}.
 */
public interface StateRegistry {
  /** A tensor that is written in place. */
  void tensor(String name, NDArray tensor);

  /** Host numbers, read when a checkpoint is written and put back when one is read. */
  void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore);

  /**
   * What an interrupted run left under names that begin like this, and nobody has registered since,
   * is void. To be called where state that is registered late starts afresh: it must not come back.
   */
  default void forget(String prefix) {}
}
