package org.mtlbench.api.method;

import java.util.Set;
import org.mtlbench.api.training.TrainingConfig;

/** A method that minimises a weighted sum of the task losses. */
public non-sealed interface Weighting extends Method {
  /** Epochs, optimiser, schedule, initialisation and selection. */
  TrainingConfig training();

  /**
   * Cost of a step in forward and backward passes; for the estimate of {@code plan}.
   *
   * @param tasks number of tasks
   */
  default double relativeCost(int tasks) {
    return 1;
  }

  /** The batches that a step reads beside its own; none by default. */
  default Set<FurtherBatch> furtherBatches() {
    return Set.of();
  }

  /**
   * The weights of this step.
   *
   * @return one weight per task, finite
   */
  double[] weights(Step step);

  /** After the optimiser's step; the losses after the step are computed only when asked for. */
  default void afterStep(Step step) {}

  /**
   * At the end of an epoch.
   *
   * @param meanLosses the mean training loss of each task over the epoch
   */
  default void epochEnd(double[] meanLosses) {}

  /** Registers what a checkpoint must hold. */
  default void state(StateRegistry registry) {}
}
