package org.mtlbench.methods.pruning;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.ScalarMath;

/**
 * Selects rows by the proximal operator of the group lasso, which shortens every row w by the same
 * length after each step:
 *
 * <pre>w = max(0, 1 - rate * lambda / ||w||) w</pre>
 *
 * A row that is not longer than rate * lambda becomes exactly zero; it can grow again until the end
 * of the phase. It is the operator of GrOWL with equal weights, and runs on the device.
 */
final class ShrunkRows implements RowSelection {
  private final double lambda;
  private final List<Parameter> parameters;

  /**
   * Creates the selection.
   *
   * @param lambda factor of the penalty, at least 0
   */
  ShrunkRows(double lambda, List<Parameter> parameters) {
    this.lambda = lambda;
    this.parameters = List.copyOf(parameters);
  }

  @Override
  public void beforeEpoch(int done, int epochs) {
    // Rows are selected after each step.
  }

  @Override
  public void afterStep(double learningRate) {
    parameters.forEach(parameter -> shrink(parameter, learningRate * lambda));
  }

  @Override
  public void end() {
    // The rows are zero already.
  }

  /**
   * Shortens the rows of a parameter; gradients must not be recorded.
   *
   * @param length at least 0
   */
  static void shrink(Parameter parameter, double length) {
    NDArray value = parameter.value();
    int[] others = value.getShape().dimension() == 2 ? new int[] {0} : new int[] {0, 2, 3};
    NDArray norms = value.square().sum(others, true).sqrt();
    // A length beyond the range of a float must become infinite, since the engine rejects it.
    NDArray bound = ScalarMath.scalar(norms, (float) length);
    NDArray kept = ScalarMath.atLeast(norms.sub(bound), 0);
    // The bound is for rows of norm 0.
    value.muli(kept.div(ScalarMath.atLeast(norms, Float.MIN_NORMAL)));
  }
}
