package org.mtlbench.methods.pruning;

import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.methods.neuronrow.RowMask;

/** Selects the neuron rows that are zero from the end of the first phase on. */
interface RowSelection {
  /** Creates the selection of a network. */
  @FunctionalInterface
  interface Factory {
    /**
     * The selection.
     *
     * @param parameters the parameters with rows that can be pruned
     * @param masks one per parameter; rows are frozen by the caller at the end of the phase
     */
    RowSelection of(List<Parameter> parameters, List<RowMask> masks);
  }

  /**
   * Called before an epoch of the first phase.
   *
   * @param done epochs of the phase so far, from 0
   * @param epochs epochs of the phase
   */
  void beforeEpoch(int done, int epochs);

  /** Called after each optimiser step of the first phase, without gradient recording. */
  void afterStep(double learningRate);

  /** Called after the last epoch of the first phase: sets the selected rows to zero. */
  void end();
}
