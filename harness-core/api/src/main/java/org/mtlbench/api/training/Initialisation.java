package org.mtlbench.api.training;

/** Initialisation of parameters. */
public enum Initialisation {
  /** PyTorch's default: uniform in +-1/sqrt(fan in). */
  PYTORCH,
  /** Layer-sequential unit variance (Mishkin and Matas 2015). */
  LSUV
}
