package org.mtlbench.api.architecture;

import ai.djl.ndarray.NDArray;
import java.util.function.BiConsumer;

/**
 * How a forward pass is meant.
 *
 * @param training whether normalisations use the batch's statistics and update the running ones
 * @param probe told each convolution's and linear layer's weight and raw output, in order of
 *     execution; LSUV and similarity maps listen here
 */
public record Pass(boolean training, BiConsumer<Weight, NDArray> probe) {
  /** A training pass. */
  public static final Pass TRAINING = new Pass(true, (weight, output) -> {});

  /** An evaluation pass. */
  public static final Pass EVALUATION = new Pass(false, (weight, output) -> {});

  /** An evaluation pass whose layer outputs are watched. */
  public static Pass probing(BiConsumer<Weight, NDArray> probe) {
    return new Pass(false, probe);
  }
}
