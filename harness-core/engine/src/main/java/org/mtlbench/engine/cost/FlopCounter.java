package org.mtlbench.engine.cost;

import ai.djl.ndarray.NDArray;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Weight;

/**
 * Counts the floating point operations of convolutions and linear layers, a multiplication and an
 * addition each, by watching a forward pass.
 */
final class FlopCounter {
  private double flops;

  /** An evaluation pass that is counted. */
  Pass pass() {
    return Pass.probing(this::layer);
  }

  /** Operations counted so far. */
  double flops() {
    return flops;
  }

  /** Every entry of the output is a dot product over the weight's entries of one output unit. */
  private void layer(Weight weight, NDArray output) {
    long units = weight.value().getShape().get(0);
    flops += 2.0 * output.size() * ((double) weight.size() / units);
  }
}
