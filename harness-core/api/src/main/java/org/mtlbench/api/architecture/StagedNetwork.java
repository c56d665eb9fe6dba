package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.layer.ForwardMode;

/**
 * A network whose tasks share one trunk, divided into stages. Methods that work on the trunk
 * (attention over its stages, distillation of its feature) call its parts.
 */
public interface StagedNetwork extends Network {
  /** Number of stages of the trunk, at least 1. */
  int stages();

  /**
   * Runs one stage of the trunk.
   *
   * @param x the output of the stage before, or the input for stage 0
   */
  NDArray stage(int stage, NDArray x, ForwardMode mode);

  /**
   * Computes the input of a task's head: the trunk's feature itself (HPS), combined with the task's
   * monitor (MDMTN), or processed by layers of the task.
   *
   * @param shared the trunk's feature
   * @param input the network's input
   */
  NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode);

  /** Computes the trunk's feature. */
  default NDArray trunk(NDArray input, ForwardMode mode) {
    NDArray x = input;
    for (int i = 0; i < stages(); i++) {
      x = stage(i, x, mode);
    }
    return x;
  }

  @Override
  default List<NDArray> features(List<NDArray> inputs, int[] tasks, ForwardMode mode) {
    List<NDArray> features = new ArrayList<>();
    if (inputs.size() == 1) {
      NDArray shared = trunk(inputs.get(0), mode);
      for (int task : tasks) {
        features.add(fuse(task, shared, inputs.get(0), mode));
      }
    } else {
      for (int task : tasks) {
        NDArray input = inputs.get(task);
        features.add(fuse(task, trunk(input, mode), input, mode));
      }
    }
    return features;
  }
}
