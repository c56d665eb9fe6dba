package org.mtlbench.methods.ours.growl;

/** How GrOWL acts on the network. Its value is an objective of the scalarisation in both modes. */
public enum GrowlMode {
  /** Only the proximal step at the end of each search epoch, as in the authors' code. */
  PROXIMAL,
  /** The gradient of the penalty at each step, and the proximal step. */
  GRADIENT
}
