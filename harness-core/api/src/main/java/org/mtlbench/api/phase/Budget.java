package org.mtlbench.api.phase;

/**
 * The fraction of a protocol's epochs to run.
 *
 * @param factor factor on the epochs of every phase, greater than 0
 */
public record Budget(double factor) {
  /** The full protocol. */
  public static final Budget FULL = new Budget(1);

  public Budget {
    if (!(Double.isFinite(factor) && factor > 0)) {
      throw new IllegalArgumentException(
          "budget: found " + factor + ", expected a number greater than 0");
    }
  }

  /** The scaled number of epochs: rounded, at least 1. */
  public int epochs(int protocolEpochs) {
    return (int) Math.max(1, Math.min(1_000_000, Math.round(protocolEpochs * factor)));
  }
}
