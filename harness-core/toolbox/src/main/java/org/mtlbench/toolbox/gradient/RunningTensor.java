package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.mtlbench.api.method.StateRegistry;

/**
 * A float32 tensor that a method carries from step to step, for example a moving average of the
 * task gradients. It has zeros before the first step and is part of checkpoints.
 */
public final class RunningTensor {
  private final String name;
  private Optional<StateRegistry> registry = Optional.empty();
  private Optional<NDArray> tensor = Optional.empty();

  /**
   * @param name name in checkpoints
   */
  public RunningTensor(String name) {
    this.name = name;
  }

  /** Registers the tensor, which may be created later. */
  public void state(StateRegistry checkpoints) {
    registry = Optional.of(checkpoints);
    tensor.ifPresent(known -> checkpoints.tensor(name, known));
  }

  /**
   * The tensor; the same in every call.
   *
   * @param like determines shape, device and lifetime in the first call, for example the rows of
   *     the task gradients
   */
  public NDArray like(NDArray like) {
    if (tensor.isEmpty()) {
      NDArray zeros = like.getManager().zeros(like.getShape(), DataType.FLOAT32, like.getDevice());
      NDScope.unregister(zeros);
      tensor = Optional.of(zeros);
      registry.ifPresent(checkpoints -> checkpoints.tensor(name, zeros));
    }
    return tensor.get();
  }

  /**
   * Replaces the content.
   *
   * @param values of the tensor's shape, a new float32 tensor, whose memory becomes that of this
   *     tensor; must not be used again
   * @throws IllegalStateException if {@link #like} has not been called
   */
  public void write(NDArray values) {
    tensor
        .orElseThrow(() -> new IllegalStateException("the tensor has no shape yet"))
        .intern(values);
  }
}
