/**
 * Optimisers and learning-rate schedules. The state of an optimiser is registered, so that a
 * training resumes with the same bits.
 */
package org.mtlbench.toolbox.optimiser;
