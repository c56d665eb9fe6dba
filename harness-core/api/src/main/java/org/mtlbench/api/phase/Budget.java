package org.mtlbench.api.phase;

/**
 * How much of a protocol's epochs to spend.
 *
 * @param factor scales the epochs of every phase, greater than 0
 */
public record Budget(double factor) {
  /** The protocol as it stands. */
  public static final Budget FULL = new Budget(1);

  public Budget {
    if (!(Double.isFinite(factor) && factor > 0)) {
      throw new IllegalArgumentException(
          "budget: found " + factor + ", expected a number greater than 0");
    }
  }

  /** Epochs after scaling: rounded, at least 1. */
  public int epochs(int protocolEpochs) {
    return (int) Math.max(1, Math.min(1_000_000, Math.round(protocolEpochs * factor)));
  }
}
