/**
 * GrOWL, the group ordered weighted l1 norm: its weights, value and proximal operator, and the cap
 * on the zero rows of a layer. The numerics use the Euclidean norms of a matrix's rows, as host
 * doubles.
 */
package org.mtlbench.methods.ours.growl;
