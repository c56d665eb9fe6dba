/**
 * Gradients of task losses with respect to shared parameters, and control of gradient recording.
 */
package org.mtlbench.toolbox.gradient;
