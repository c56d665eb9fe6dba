package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.random.RandomGenerator;

/** An opened dataset; its tensors belong to the manager it was opened with. */
public interface Dataset {

  /** The examples of one split. */
  Split split(SplitName name);

  /**
   * Turns raw inputs into the network's inputs: to float32 and normalised. Raw images may have any
   * layout and type; the result is (B, C, H, W). A view that keeps the channels last in memory lets
   * libtorch run a whole step in that layout, nearly twice as fast.
   *
   * @param raw inputs as {@link Split#take} gives them
   * @return as many inputs, float32
   */
  List<NDArray> prepare(List<NDArray> raw);

  /**
   * Augments raw training examples by tensor operations; the identity by default. Labels that
   * belong to positions in the input, such as maps, change with it.
   *
   * @param raw examples as {@link Split#take} gives them
   * @param random the batch's own generator
   */
  default Examples augment(Examples raw, RandomGenerator random) {
    return raw;
  }

  /**
   * Whether {@link #augment} may change an example; false lets methods keep what they have computed
   * of a training example.
   */
  default boolean augments() {
    return true;
  }

  /**
   * The columns of the table that the dataset was read from, to be shown to users; empty for other
   * data.
   */
  default List<ColumnSummary> columns() {
    return List.of();
  }

  /**
   * Raw examples of a training batch: what {@link #augment} makes of the examples taken. A dataset
   * may override it to take and to augment in one operation, with the same result.
   *
   * @param positions int64 of shape (B), positions in the training split
   * @param random the batch's own generator
   */
  default Examples takeTraining(NDArray positions, RandomGenerator random) {
    return augment(split(SplitName.TRAIN).take(positions), random);
  }
}
