package org.mtlbench.api.layer;

import ai.djl.ndarray.NDArray;
import java.util.function.BiConsumer;

/**
 * Whether a forward pass trains or evaluates, and who observes its layers.
 *
 * @param training whether normalisations use the batch's statistics and update the running ones
 * @param probe receives the kernel or matrix of each convolution and linear layer and its raw
 *     output, in order of execution; LSUV and similarity maps listen here
 */
public record ForwardMode(boolean training, BiConsumer<Parameter, NDArray> probe) {
  /** A training pass. */
  public static final ForwardMode TRAINING = new ForwardMode(true, (parameter, output) -> {});

  /** An evaluation pass. */
  public static final ForwardMode EVALUATION = new ForwardMode(false, (parameter, output) -> {});

  /** An evaluation pass whose layer outputs are observed. */
  public static ForwardMode probing(BiConsumer<Parameter, NDArray> probe) {
    return new ForwardMode(false, probe);
  }
}
