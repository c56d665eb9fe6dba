package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/** Training pictures on the device, held in the way that suits their random change. */
public interface TrainingImages {
  /** The pictures as they are, uint8, (N, H, W, C). */
  NDArray images();

  /**
   * Changes a batch of any pictures by tensor operations.
   *
   * @param images uint8, (B, H, W, C); left as it is
   * @param random the batch's own generator
   * @return uint8, (B, H, W, C)
   */
  NDArray changed(NDArray images, RandomGenerator random);

  /**
   * The same for some of the training pictures.
   *
   * @param positions int64, (B)
   * @return uint8, (B, H, W, C)
   */
  NDArray chosen(NDArray positions, RandomGenerator random);
}
