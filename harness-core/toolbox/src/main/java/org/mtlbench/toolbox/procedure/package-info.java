/**
 * Weightings and aggregations as procedures: one network, one phase, and the step of each kind. The
 * public entry is {@link Procedures}.
 */
package org.mtlbench.toolbox.procedure;
