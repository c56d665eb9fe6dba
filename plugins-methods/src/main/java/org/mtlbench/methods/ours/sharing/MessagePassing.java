package org.mtlbench.methods.ours.sharing;

/** The messages of affinity propagation and the exemplars they elect. */
interface MessagePassing extends AutoCloseable {
  /**
   * One update of all responsibilities and availabilities.
   *
   * @param damping the weight of a message's old value, in [0.5, 1)
   */
  void iterate(float damping);

  /**
   * Raises the preference of one row.
   *
   * @param preference at least what it was
   */
  void raisePreference(int k, float preference);

  /** For each row whether it is an exemplar: r(k, k) + a(k, k) > 0. */
  boolean[] elected();

  /** Gives the memory back. */
  @Override
  void close();
}
