package org.mtlbench.methods.ours.sharing;

/** The messages of affinity propagation and the exemplars that they elect. */
interface MessagePassing extends AutoCloseable {
  /**
   * Updates all responsibilities and availabilities once.
   *
   * @param damping weight of a message's old value, in [0.5, 1)
   */
  void iterate(float damping);

  /**
   * Raises the preference of one row.
   *
   * @param preference at least the current one
   */
  void raisePreference(int k, float preference);

  /** For each row whether it is an exemplar: r(k, k) + a(k, k) > 0. */
  boolean[] elected();

  /** Frees the memory. */
  @Override
  void close();
}
