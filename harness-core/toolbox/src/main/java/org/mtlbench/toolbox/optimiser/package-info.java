/**
 * Optimisers whose state is registered for checkpoints, so that a training resumes with the same
 * bits.
 */
package org.mtlbench.toolbox.optimiser;
