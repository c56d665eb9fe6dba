package org.mtlbench.toolbox.procedure;

import java.util.Optional;

/**
 * What a step computed.
 *
 * @param losses the task losses before the step
 * @param taskWeights the weight of each task's loss or gradient; absent if the step has none
 * @param gramian J J^T of the task gradients of the trunk, K x K; absent if they were not computed
 */
record StepResult(double[] losses, Optional<double[]> taskWeights, Optional<double[][]> gramian) {}
