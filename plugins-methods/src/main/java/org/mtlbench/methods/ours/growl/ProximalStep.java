package org.mtlbench.methods.ours.growl;

import java.util.random.RandomGenerator;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.methods.neuronrow.HostRows;

/**
 * The step at the end of an epoch of phase 1: the proximal operator of GrOWL on the rows of a
 * layer, then the layer cap.
 */
public final class ProximalStep {
  private final Parameter parameter;
  private final OwlProx prox;
  private final LayerCap cap;
  private final Restore restore;

  /**
   * Creates the step of one layer.
   *
   * @param parameter a kernel or a matrix
   * @param theta GrOWL weights, one per row
   * @param step factor of the operator, greater than 0
   */
  public ProximalStep(
      Parameter parameter, double[] theta, double step, LayerCap cap, Restore restore) {
    this.parameter = parameter;
    this.prox = new OwlProx(theta, step);
    this.cap = cap;
    this.restore = restore;
  }

  /**
   * Applies the step to the parameter.
   *
   * @param iteration j of M1, from 1
   * @param random chooses the rows restored by the cap
   * @return the outcome of the cap
   */
  public CapOutcome apply(int iteration, RandomGenerator random) {
    HostRows rows = HostRows.of(parameter);
    double[] before = rows.norms();
    double[] after = prox.apply(before);
    CapOutcome outcome = cap.apply(iteration, before, after, restore, random);
    boolean[] keep = new boolean[before.length];
    for (int row : outcome.restored()) {
      keep[row] = true;
    }
    for (int row = 0; row < before.length; row++) {
      if (!keep[row]) {
        rows.scale(row, before[row] == 0 ? 0 : after[row] / before[row]);
      }
    }
    rows.write(parameter);
    return outcome;
  }
}
