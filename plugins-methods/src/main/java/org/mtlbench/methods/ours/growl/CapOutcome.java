package org.mtlbench.methods.ours.growl;

/** The result of {@link LayerCap} for one layer after one proximal step. Immutable. */
public final class CapOutcome {
  private final int limit;
  private final int alreadyZero;
  private final int newlyZero;
  private final int[] restored;

  CapOutcome(int limit, int alreadyZero, int newlyZero, int[] restored) {
    this.limit = limit;
    this.alreadyZero = alreadyZero;
    this.newlyZero = newlyZero;
    this.restored = restored;
  }

  /** The largest number of zero rows allowed. */
  public int limit() {
    return limit;
  }

  /** Rows that were zero before the step and still are. */
  public int alreadyZero() {
    return alreadyZero;
  }

  /** Rows that the step zeroed, including those restored. */
  public int newlyZero() {
    return newlyZero;
  }

  /** The indices, ascending, of the newly zeroed rows that are restored. */
  public int[] restored() {
    return restored.clone();
  }

  /** The remaining zero rows; exceeds the limit only if the old zero rows alone do. */
  public int zeroRows() {
    return alreadyZero + newlyZero - restored.length;
  }

  /** Whether the cap, and not only the proximal step, determined the number of zero rows. */
  public boolean binding() {
    return restored.length > 0;
  }
}
