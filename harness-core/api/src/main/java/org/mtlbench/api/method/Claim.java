package org.mtlbench.api.method;

import java.util.Locale;

/**
 * A property of the direction d = A(J) that an aggregation A makes of the task gradients, the rows
 * of J. An aggregation declares those that hold for every J, and the contract tests of the testkit
 * check them. The definitions follow Quinton and Rey, Jacobian Descent for Multi-Objective
 * Optimization (arXiv 2406.16232).
 */
public enum Claim {
  /** No task's loss rises along the step, to first order: J d is at least 0. */
  NON_CONFLICTING,
  /** Longer gradients give a longer direction: A(s J) = s A(J) for every s above 0. */
  HOMOGENEOUS,
  /**
   * The direction is linear in the lengths of the gradients: A(diag(a + b) J) = A(diag(a) J) +
   * A(diag(b) J) for all a and b whose entries are above 0. It implies {@link #HOMOGENEOUS}.
   */
  LINEAR_UNDER_SCALING,
  /**
   * The direction is zero only where every task has to pay for the gain of the others: A(J) = 0
   * only if J'w = 0 for some w whose entries are all above 0.
   */
  STRONGLY_STATIONARY;

  /** In words, for example {@code non-conflicting}. */
  public String words() {
    String words = name().toLowerCase(Locale.ROOT);
    return this == NON_CONFLICTING ? words.replace('_', '-') : words.replace('_', ' ');
  }
}
