package org.mtlbench.api.method;

import java.util.Set;
import org.mtlbench.api.training.TrainingConfig;

/** A method that combines the task gradients of the trunk into one update direction. */
public non-sealed interface Aggregation extends Method {
  /** Epochs, optimiser, schedule, initialisation and selection. */
  TrainingConfig training();

  /** The additional batches that a step reads; none by default. */
  default Set<FurtherBatch> furtherBatches() {
    return Set.of();
  }

  /** Computes the update of a step. */
  Update aggregate(TaskGradients gradients);

  /**
   * The properties that hold for the directions of all Jacobians with this config; none by default.
   */
  default Set<Claim> claims() {
    return Set.of();
  }

  /** Registers state for checkpoints. */
  default void state(StateRegistry registry) {}
}
