package org.mtlbench.toolbox.procedure;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * The result of a step, on the device; the tensors have no gradients.
 *
 * @param losses task losses before the step, (K)
 * @param taskWeights weight of each task's loss or gradient, (K); absent if the step has none
 * @param gramian J J^T of the task gradients of the trunk, (K, K); absent if they were not computed
 */
record StepResult(NDArray losses, Optional<NDArray> taskWeights, Optional<NDArray> gramian) {}
