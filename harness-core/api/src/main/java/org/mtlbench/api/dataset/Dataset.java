package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** An opened dataset; its tensors belong to the manager with which it was opened. */
public interface Dataset {

  /** The examples of one split. */
  Split split(SplitName name);

  /**
   * Converts raw inputs to network inputs: float32, normalised. Raw images may have any layout and
   * type; the result is (B, C, H, W). A view with the channels last in memory makes libtorch run
   * the whole step in that layout, nearly twice as fast.
   *
   * @param raw inputs from {@link Split#take}
   * @return as many inputs, float32
   */
  List<NDArray> prepare(List<NDArray> raw);

  /**
   * Augments raw training examples with tensor operations; the identity by default. Labels that
   * depend on positions in the input, such as maps, are transformed with it.
   *
   * @param raw examples from {@link Split#take}
   * @param random the batch's random generator
   */
  default Examples augment(Examples raw, RandomGenerator random) {
    return raw;
  }

  /**
   * Whether {@link #augment} may change an example; if false, methods may cache what they have
   * computed for a training example.
   */
  default boolean augments() {
    return true;
  }

  /**
   * Summaries of the columns of the table from which the dataset was read; empty for other data.
   */
  default List<ColumnSummary> columns() {
    return List.of();
  }

  /**
   * Raw, augmented examples of a training batch. A dataset may override this to select and augment
   * in one operation with the same result.
   *
   * @param positions int64 of shape (B), positions in the training split
   * @param random the batch's random generator
   */
  default Examples takeTraining(NDArray positions, RandomGenerator random) {
    return augment(split(SplitName.TRAIN).take(positions), random);
  }

  /**
   * The training batches of an epoch. A dataset may override this to send the random draws of its
   * augmentation to the device once, instead of once per batch, with the same result.
   *
   * @param sizes number of examples of each batch
   * @param random gives the random generator of a batch by its index, the same in every call
   */
  default TrainingEpoch trainingEpoch(List<Integer> sizes, IntFunction<RandomGenerator> random) {
    return (positions, index) -> takeTraining(positions, random.apply(index));
  }
}
