/**
 * Gradients of task losses with respect to shared parameters. Also whether operations are recorded
 * for a backward pass.
 */
package org.mtlbench.toolbox.gradient;
