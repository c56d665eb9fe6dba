package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.task.Labelled;

/**
 * A batch of examples as network input; valid within its step.
 *
 * @param inputs float32, one shared by all tasks or one per task; the first axis of each is B
 * @param targets labels of each task of the dataset
 * @param positions int64, (B), positions in the split
 * @param size B
 * @param epoch counted from 1
 * @param index index of the step within the epoch, from 0
 */
public record Batch(
    List<NDArray> inputs,
    List<Labelled> targets,
    NDArray positions,
    int size,
    int epoch,
    int index) {

  /**
   * The input shared by all tasks.
   *
   * @throws IllegalStateException if every task has its own input
   */
  public NDArray input() {
    if (inputs.size() != 1) {
      throw new IllegalStateException("found one input per task, expected a shared input");
    }
    return inputs.get(0);
  }

  /** The same batch with the inputs and labels of one task only. */
  public Batch onlyTask(int task) {
    return onlyTasks(List.of(task));
  }

  /** The same batch with the inputs and labels of some tasks only, in the given order. */
  public Batch onlyTasks(List<Integer> tasks) {
    return new Batch(
        inputs.size() == 1 ? inputs : tasks.stream().map(inputs::get).toList(),
        tasks.stream().map(targets::get).toList(),
        positions,
        size,
        epoch,
        index);
  }
}
