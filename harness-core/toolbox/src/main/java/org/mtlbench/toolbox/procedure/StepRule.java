package org.mtlbench.toolbox.procedure;

import java.util.Set;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.training.Batch;

/** Computes one training step: from a batch to an update of a network. */
interface StepRule {
  /** Runs forward, backward and update; gradients are zero before and after. */
  StepResult step(StepContext context, Batch batch, double learningRate);

  /** The additional batches that a step reads. */
  Set<FurtherBatch> furtherBatches();

  /** Called at the end of an epoch with the mean losses of the tasks. */
  void epochEnd(double[] meanLosses);

  /** Registers state for checkpoints. */
  void state(StateRegistry registry);
}
