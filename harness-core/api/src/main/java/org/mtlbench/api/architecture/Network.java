package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;

/** A multi-task network with one feature and one head per task. */
public interface Network extends Model {
  /** Number of tasks. */
  int tasks();

  /**
   * Computes the input of the heads of some tasks; the same array for tasks that share one.
   *
   * @param inputs one shared by all tasks, or one per task of the network; batch first
   * @param tasks indices of the tasks without duplicates
   * @return one per entry of {@code tasks}, in that order
   */
  List<NDArray> features(List<NDArray> inputs, int[] tasks, ForwardMode mode);

  /**
   * Computes the raw output of a task.
   *
   * @param feature feature of the task, from {@link #features}
   */
  NDArray head(int task, NDArray feature, ForwardMode mode);

  @Override
  default List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
    List<NDArray> features = features(inputs, IntStream.range(0, tasks()).toArray(), mode);
    List<NDArray> outputs = new ArrayList<>();
    for (int task = 0; task < tasks(); task++) {
      outputs.add(head(task, features.get(task), mode));
    }
    return outputs;
  }

  /** The trainable parameters shared by all tasks. */
  default List<Parameter> sharedParameters() {
    return parameters().stream().filter(p -> p.trainable() && p.shared()).toList();
  }

  /** The trainable parameters used by one task only. */
  default List<Parameter> taskParameters(int task) {
    Role role = Role.task(task);
    return parameters().stream().filter(p -> p.trainable() && p.role().equals(role)).toList();
  }
}
