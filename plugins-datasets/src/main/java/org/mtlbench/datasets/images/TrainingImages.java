package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDArray;
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
}
