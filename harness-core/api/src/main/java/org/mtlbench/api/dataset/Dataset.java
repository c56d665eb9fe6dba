package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/** An opened dataset; its tensors belong to the manager it was opened with. */
public interface Dataset {
  /** The examples of one split. */
  Split split(SplitName name);

  /**
   * Turns raw images into the network's input: to float, normalised, the channel axis moved by a
   * view. The view keeps the channels last in memory, which lets libtorch run a whole step in that
   * layout, nearly twice as fast.
   *
   * @param images uint8, (B, H, W, C)
   * @return float32, (B, C, H, W)
   */
  NDArray prepare(NDArray images);

  /**
   * Train-time augmentation of raw images as one tensor operation; the identity by default.
   *
   * @param images uint8, (B, H, W, C)
   * @param random the batch's own generator
   */
  default NDArray augment(NDArray images, RandomGenerator random) {
    return images;
  }

  /**
   * Whether {@link #augment} may change an image; false allows methods to keep what they have
   * computed of a training example.
   */
  default boolean augments() {
    return true;
  }

  /**
   * Raw images of a training batch: what {@link #augment} makes of the examples chosen. A dataset
   * may override it to choose and to change in one operation, with the same result.
   *
   * @param examples B positions in the training split
   * @param random the batch's own generator
   * @return uint8, (B, H, W, C)
   */
  default NDArray trainingImages(int[] examples, RandomGenerator random) {
    return augment(Rows.of(split(SplitName.TRAIN).images(), examples), random);
  }
}
