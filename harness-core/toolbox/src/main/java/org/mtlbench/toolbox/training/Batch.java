package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * A batch ready for the network; valid within its step.
 *
 * @param input float32, (B, C, H, W)
 * @param targets one tensor a task of the dataset
 * @param examples B positions in the split
 * @param size B
 * @param epoch from 1
 * @param index of the step within the epoch, from 0
 */
public record Batch(
    NDArray input, List<NDArray> targets, int[] examples, int size, int epoch, int index) {
  /** The same batch with the target of one task alone. */
  public Batch onlyTask(int task) {
    return onlyTasks(List.of(task));
  }

  /** The same batch with the targets of some tasks alone, in the order given. */
  public Batch onlyTasks(List<Integer> tasks) {
    return new Batch(
        input, tasks.stream().map(targets::get).toList(), examples, size, epoch, index);
  }
}
