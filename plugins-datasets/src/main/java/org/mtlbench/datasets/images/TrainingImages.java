package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** Training images on the device, in a layout that suits their augmentation. */
public interface TrainingImages {
  /** The images without augmentation, uint8, (N, H, W, C). */
  NDArray images();

  /**
   * Augments a batch of arbitrary images.
   *
   * @param images uint8, (B, H, W, C); not modified
   * @param random the batch's random generator
   * @return uint8, (B, H, W, C)
   */
  NDArray augment(NDArray images, RandomGenerator random);

  /**
   * Augments a selection of the training images.
   *
   * @param positions int64, (B)
   * @return uint8, (B, H, W, C)
   */
  NDArray augmentSelected(NDArray positions, RandomGenerator random);

  /**
   * The augmented images of the batches of an epoch.
   *
   * @param sizes number of images of each batch
   * @param random gives the random generator of a batch by its index
   */
  Epoch epoch(List<Integer> sizes, IntFunction<RandomGenerator> random);

  /** Images of one epoch. */
  @FunctionalInterface
  interface Epoch {
    /**
     * As {@link #augmentSelected} with the batch's random generator.
     *
     * @param index index of the batch, from 0
     */
    NDArray take(NDArray positions, int index);
  }
}
