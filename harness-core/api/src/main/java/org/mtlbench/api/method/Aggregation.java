package org.mtlbench.api.method;

import java.util.Set;
import org.mtlbench.api.training.TrainingConfig;

/** A method that combines the tasks' gradients of the trunk into one direction. */
public non-sealed interface Aggregation extends Method {
  /** Epochs, optimiser, schedule, initialisation and selection. */
  TrainingConfig training();

  /** The batches that a step reads beside its own; none by default. */
  default Set<FurtherBatch> furtherBatches() {
    return Set.of();
  }

  /** The update of this step. */
  Update aggregate(TaskGradients gradients);

  /** What holds for the directions of all Jacobians, with this config; nothing if not stated. */
  default Set<Claim> claims() {
    return Set.of();
  }

  /** Registers what a checkpoint must hold. */
  default void state(StateRegistry registry) {}
}
