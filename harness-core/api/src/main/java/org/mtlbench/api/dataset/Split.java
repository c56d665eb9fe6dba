package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Examples held as tensors on the run's device.
 *
 * @param images uint8, (N, H, W, C); bytes stay bytes until a batch is prepared
 * @param targets one tensor a task: (N) int64 class indices, or (N, width) float32
 */
public record Split(NDArray images, List<NDArray> targets) {
  public Split {
    targets = List.copyOf(targets);
    for (NDArray target : targets) {
      if (target.getShape().get(0) != images.getShape().get(0)) {
        throw new IllegalArgumentException(
            "targets " + target.getShape() + " do not fit images " + images.getShape());
      }
    }
  }

  /** Number of examples. */
  public int size() {
    return Math.toIntExact(images.getShape().get(0));
  }
}
