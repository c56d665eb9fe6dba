package org.mtlbench.api.layer;

import ai.djl.ndarray.NDArray;
import java.util.function.BiConsumer;

/**
 * The mode of a forward pass: training or evaluation, and an optional probe.
 *
 * @param training whether normalisations use the statistics of the batch and update the running
 *     ones
 * @param probe receives the kernel or matrix of each convolution and linear layer and its raw
 *     output, in order of execution; used by LSUV and similarity maps
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
