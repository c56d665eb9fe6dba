package org.mtlbench.api.method;

import java.util.Set;
import org.mtlbench.api.training.TrainingConfig;

/** A method that minimises a weighted sum of the task losses. */
public non-sealed interface Weighting extends Method {
  /** Epochs, optimiser, schedule, initialisation and selection. */
  TrainingConfig training();

  /**
   * The cost of a step relative to one forward and backward pass, for the estimate of {@code plan}.
   *
   * @param tasks number of tasks
   */
  default double relativeCost(int tasks) {
    return 1;
  }

  /** The additional batches that a step reads; none by default. */
  default Set<FurtherBatch> furtherBatches() {
    return Set.of();
  }

  /**
   * Computes the weights of a step.
   *
   * @return one weight per task, finite
   */
  double[] weights(Step step);

  /** Called after the optimiser's step; the losses after the step are computed only on request. */
  default void afterStep(Step step) {}

  /**
   * Called at the end of an epoch.
   *
   * @param meanLosses mean training loss of each task over the epoch
   */
  default void epochEnd(double[] meanLosses) {}

  /** Registers state for checkpoints. */
  default void state(StateRegistry registry) {}
}
