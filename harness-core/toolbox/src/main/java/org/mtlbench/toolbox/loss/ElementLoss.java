package org.mtlbench.toolbox.loss;

import ai.djl.ndarray.NDArray;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Loss;
import org.mtlbench.api.task.Target;

/** The mean of an element-wise loss. */
final class ElementLoss implements Loss {
  private final String id;
  private final Predicate<Target> accepts;
  private final BinaryOperator<NDArray> losses;

  /**
   * Creates a loss.
   *
   * @param losses computes the losses of elements from outputs and labels; finite at (0, 0), as is
   *     its derivative
   */
  ElementLoss(String id, Predicate<Target> accepts, BinaryOperator<NDArray> losses) {
    this.id = id;
    this.accepts = accepts;
    this.losses = losses;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean accepts(Target target) {
    return accepts.test(target);
  }

  @Override
  public NDArray of(NDArray output, Labelled target) {
    NDArray values = target.values();
    requireSameShape(id, output, values);
    if (target.mask().isEmpty()) {
      return losses.apply(output, values).mean();
    }
    NDArray mask = target.mask().get();
    return Masks.mean(losses.apply(Masks.fill(output, mask, 0), Masks.fill(values, mask, 0)), mask);
  }

  /** Rejects shapes that would otherwise be broadcast. */
  static void requireSameShape(String loss, NDArray output, NDArray values) {
    if (!output.getShape().equals(values.getShape())) {
      throw new IllegalArgumentException(
          "the loss "
              + loss
              + ": found outputs of shape "
              + output.getShape()
              + " and labels of shape "
              + values.getShape()
              + ", expected the same");
    }
  }
}
