package org.mtlbench.methods.ours.growl;

/** How GrOWL acts on the network. In both modes its value is an objective of the scalarisation. */
public enum GrowlMode {
  /** Only the proximal step at the end of each search epoch, as in the authors' code. */
  PROXIMAL,
  /** The gradient of the penalty at each step, and the proximal step. */
  GRADIENT
}
