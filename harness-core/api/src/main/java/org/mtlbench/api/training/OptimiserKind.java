package org.mtlbench.api.training;

/** The optimisers a config can name. */
public enum OptimiserKind {
  /** Kingma and Ba 2015 with PyTorch's semantics; moments 0.9 and 0.999, eps 1e-8. */
  ADAM,
  /** Stochastic gradient descent with PyTorch's momentum. */
  SGD
}
