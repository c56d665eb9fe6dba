/**
 * Small convex problems on the Gramian of the task gradients, which several aggregations share:
 * quadratic programs, the point of least norm, eigenvalues. All are exact to rounding for gradients
 * of very different length.
 */
package org.mtlbench.methods.convex;
