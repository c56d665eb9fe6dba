package org.mtlbench.api.method;

import java.util.Locale;

/**
 * A property of the direction d = A(J) of an aggregation A, where the rows of J are the task
 * gradients. An aggregation declares the properties that hold for every J, and the contract tests
 * of the testkit check them. The definitions follow Quinton and Rey, Jacobian Descent for
 * Multi-Objective Optimization (arXiv 2406.16232).
 */
public enum Claim {
  /** No task loss increases along the step to first order: J d is at least 0. */
  NON_CONFLICTING,
  /** Homogeneous of degree one: A(s J) = s A(J) for every s above 0. */
  HOMOGENEOUS,
  /**
   * Linear in the scale of each gradient: A(diag(a + b) J) = A(diag(a) J) + A(diag(b) J) for all a
   * and b with positive entries. Implies {@link #HOMOGENEOUS}.
   */
  LINEAR_UNDER_SCALING,
  /**
   * The direction is zero only at strongly stationary points: A(J) = 0 only if J'w = 0 for some w
   * with positive entries.
   */
  STRONGLY_STATIONARY;

  /** The name shown to users, for example {@code non-conflicting}. */
  public String displayName() {
    String name = name().toLowerCase(Locale.ROOT);
    return this == NON_CONFLICTING ? name.replace('_', '-') : name.replace('_', ' ');
  }
}
