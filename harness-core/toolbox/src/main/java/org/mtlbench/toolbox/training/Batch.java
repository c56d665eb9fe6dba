package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.task.Labelled;

/**
 * A batch ready for the network; valid within its step.
 *
 * @param inputs float32, one that all tasks read or one per task; the first axis of each is B
 * @param targets the labels of each task of the dataset
 * @param positions int64, (B), positions in the split
 * @param size B
 * @param epoch from 1
 * @param index of the step within the epoch, from 0
 */
public record Batch(
    List<NDArray> inputs,
    List<Labelled> targets,
    NDArray positions,
    int size,
    int epoch,
    int index) {

  /**
   * The input that all tasks read.
   *
   * @throws IllegalStateException if every task has an input of its own
   */
  public NDArray input() {
    if (inputs.size() != 1) {
      throw new IllegalStateException("every task has an input of its own, expected a shared one");
    }
    return inputs.get(0);
  }

  /** The same batch with the inputs and labels of one task alone. */
  public Batch onlyTask(int task) {
    return onlyTasks(List.of(task));
  }

  /** The same batch with the inputs and labels of some tasks alone, in the order given. */
  public Batch onlyTasks(List<Integer> tasks) {
    return new Batch(
        inputs.size() == 1 ? inputs : tasks.stream().map(inputs::get).toList(),
        tasks.stream().map(targets::get).toList(),
        positions,
        size,
        epoch,
        index);
  }

  /**
   * What the mean loss of each task counts for beside those of other batches, see {@link
   * Labelled#count}.
   *
   * @param tasks all of them if none is named
   */
  public double[] counts(int... tasks) {
    IntStream which = tasks.length == 0 ? IntStream.range(0, targets.size()) : IntStream.of(tasks);
    return which.mapToDouble(task -> targets.get(task).count()).toArray();
  }
}
