package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A multi-task network: a feature per task, and a head per task that reads it. */
public interface Network extends Model {
  /** Number of tasks. */
  int tasks();

  /**
   * What the heads of some tasks read; the same array for tasks that share one.
   *
   * @param inputs one that all tasks read, or one per task of the network; the batch first
   * @param tasks the tasks whose features are computed, each at most once
   * @return one per entry of {@code tasks}, in that order
   */
  List<NDArray> features(List<NDArray> inputs, int[] tasks, Pass pass);

  /**
   * The raw output of a task.
   *
   * @param feature the task's, from {@link #features}
   */
  NDArray head(int task, NDArray feature, Pass pass);

  @Override
  default List<NDArray> predict(List<NDArray> inputs, Pass pass) {
    List<NDArray> features = features(inputs, IntStream.range(0, tasks()).toArray(), pass);
    List<NDArray> outputs = new ArrayList<>();
    for (int task = 0; task < tasks(); task++) {
      outputs.add(head(task, features.get(task), pass));
    }
    return outputs;
  }

  /** The trainable parameters that all tasks share. */
  default List<Weight> sharedWeights() {
    return weights().stream().filter(w -> w.trainable() && w.shared()).toList();
  }

  /** The trainable parameters that one task alone uses. */
  default List<Weight> taskWeights(int task) {
    Role role = Role.task(task);
    return weights().stream().filter(w -> w.trainable() && w.role().equals(role)).toList();
  }
}
