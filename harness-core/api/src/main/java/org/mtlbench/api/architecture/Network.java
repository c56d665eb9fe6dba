package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * A multi-task network in parts: a trunk in stages, then for each task a fusion and a head. Methods
 * that need the inside (attention over stages, distillation from the feature) call the parts; the
 * others call {@link #predict}.
 */
public interface Network extends Model {
  /** Number of tasks. */
  int tasks();

  /** Number of trunk stages, at least 1. */
  int stages();

  /** Runs one stage of the trunk on the output of the stage before, or on the input for stage 0. */
  NDArray stage(int stage, NDArray x, Pass pass);

  /**
   * What a head reads: the shared feature itself (HPS), or mixed with the task's monitor (MDMTN).
   *
   * @param shared the trunk's feature, (B, d)
   * @param input the network's input, (B, C, H, W)
   */
  NDArray fuse(int task, NDArray shared, NDArray input, Pass pass);

  /** The output of a task from its fused feature. */
  NDArray head(int task, NDArray feature, Pass pass);

  /** The trunk's feature, (B, d). */
  default NDArray trunk(NDArray input, Pass pass) {
    NDArray x = input;
    for (int i = 0; i < stages(); i++) {
      x = stage(i, x, pass);
    }
    return x;
  }

  @Override
  default List<NDArray> predict(List<NDArray> inputs, Pass pass) {
    List<NDArray> shared = inputs.stream().map(input -> trunk(input, pass)).toList();
    List<NDArray> outputs = new ArrayList<>();
    for (int task = 0; task < tasks(); task++) {
      int own = inputs.size() == 1 ? 0 : task;
      outputs.add(head(task, fuse(task, shared.get(own), inputs.get(own), pass), pass));
    }
    return outputs;
  }

  /** The trainable weights of the trunk. */
  default List<Weight> sharedWeights() {
    return weights().stream().filter(w -> w.trainable() && w.shared()).toList();
  }

  /** The trainable weights that one task alone uses. */
  default List<Weight> taskWeights(int task) {
    Role role = Role.task(task);
    return weights().stream().filter(w -> w.trainable() && w.role().equals(role)).toList();
  }
}
