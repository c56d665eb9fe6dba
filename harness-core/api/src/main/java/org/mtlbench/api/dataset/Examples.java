package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.task.Labelled;

/**
 * A batch of examples with their labels.
 *
 * @param inputs one tensor shared by all tasks, or one per task in the dataset's order; the first
 *     axis of each is N
 * @param targets labels of each task in the dataset's order
 */
public record Examples(List<NDArray> inputs, List<Labelled> targets) {

  public Examples {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
    if (inputs.size() != 1 && inputs.size() != targets.size()) {
      throw new IllegalArgumentException(
          "found "
              + inputs.size()
              + " inputs for "
              + targets.size()
              + " tasks, expected 1 or one"
              + " for each task");
    }
  }

  /** Number of examples, N. */
  public int size() {
    return Math.toIntExact(inputs.get(0).getShape().get(0));
  }
}
