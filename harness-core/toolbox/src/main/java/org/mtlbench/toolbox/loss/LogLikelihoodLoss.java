package org.mtlbench.toolbox.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Loss;
import org.mtlbench.api.task.Target;

/** -mean log p(label), with the classes along axis 1 of the output. */
final class LogLikelihoodLoss implements Loss {
  private final String id;
  private final Predicate<Target> accepts;
  private final UnaryOperator<NDArray> logProbabilities;

  /**
   * Creates a loss.
   *
   * @param logProbabilities computes log-probabilities from the network's raw output
   */
  LogLikelihoodLoss(String id, Predicate<Target> accepts, UnaryOperator<NDArray> logProbabilities) {
    this.id = id;
    this.accepts = accepts;
    this.logProbabilities = logProbabilities;
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
    NDArray values = target.values().toType(DataType.INT64, false);
    checkShapes(output.getShape(), values.getShape());
    if (target.mask().isEmpty()) {
      NDArray index = values.expandDims(1);
      return logProbabilities.apply(output).gather(index, 1).mean().neg();
    }
    NDArray mask = target.mask().get();
    // The gather needs a valid class, so missing labels are replaced by an arbitrary one.
    NDArray index = Masks.fill(values, mask, 0).expandDims(1);
    NDArray logs = logProbabilities.apply(Masks.fill(output, mask, 0));
    return Masks.mean(logs.gather(index, 1).neg(), mask);
  }

  /** Rejects shapes for which a gather would silently use only part of the output. */
  private static void checkShapes(Shape output, Shape labels) {
    Shape expected = new Shape(output.get(0)).addAll(output.slice(2));
    if (!labels.equals(expected)) {
      throw new IllegalArgumentException(
          "labels: found shape " + labels + ", expected " + expected + " for outputs " + output);
    }
  }
}
