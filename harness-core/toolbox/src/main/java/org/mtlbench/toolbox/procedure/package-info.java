/**
 * Weightings and aggregations as procedures with one network and one phase. The public entry point
 * is {@link Procedures}.
 */
package org.mtlbench.toolbox.procedure;
