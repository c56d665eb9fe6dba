package org.mtlbench.methods.ours.chebyshev;

/** The form of the augmented Lagrangian's constraint terms. */
public enum Constraint {
  /** H_i = 0, as printed in the paper: lambda_i H_i + mu/2 H_i^2. */
  EQUALITY,
  /** H_i at most 0, the standard form: (max(0, lambda_i + mu H_i)^2 - lambda_i^2) / (2 mu). */
  INEQUALITY
}
