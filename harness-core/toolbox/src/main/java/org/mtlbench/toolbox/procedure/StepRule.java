package org.mtlbench.toolbox.procedure;

import java.util.Set;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.training.Batch;

/** How one training step turns a batch into an update of a network. */
interface StepRule {
  /** Forward, backward, update; gradients are zero before and after. */
  StepResult step(StepContext context, Batch batch, double learningRate);

  /** The batches that a step reads beside its own. */
  Set<FurtherBatch> furtherBatches();

  /** At the end of an epoch, with the mean losses of the tasks. */
  void epochEnd(double[] meanLosses);

  /** Registers what a checkpoint must hold. */
  void state(StateRegistry registry);
}
