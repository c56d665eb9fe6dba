/**
 * Small convex problems on the Gramian of the task gradients, shared by several aggregations:
 * quadratic programs, minimum-norm point, eigenvalues. All are exact up to rounding for gradients
 * of very different length.
 */
package org.mtlbench.methods.convex;
