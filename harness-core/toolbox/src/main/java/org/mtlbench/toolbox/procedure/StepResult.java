package org.mtlbench.toolbox.procedure;

import java.util.Optional;

/**
 * The result of a step.
 *
 * @param losses task losses before the step
 * @param taskWeights weight of each task's loss or gradient; absent if the step has none
 * @param gramian J J^T of the task gradients of the trunk, K x K; absent if they were not computed
 */
record StepResult(double[] losses, Optional<double[]> taskWeights, Optional<double[][]> gramian) {}
