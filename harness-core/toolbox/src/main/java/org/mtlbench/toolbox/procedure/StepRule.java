package org.mtlbench.toolbox.procedure;

import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.training.Batch;

/** How one training step turns a batch into an update of a network. */
interface StepRule {
  /** Forward, backward, update; gradients are zero before and after. */
  StepResult step(StepContext context, Batch batch, double learningRate);

  /** At the end of an epoch, with the mean losses of the tasks. */
  void epochEnd(double[] meanLosses);

  /** Registers what a checkpoint must hold. */
  void state(StateRegistry registry);
}
