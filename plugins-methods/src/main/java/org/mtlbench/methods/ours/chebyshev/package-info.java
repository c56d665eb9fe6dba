/**
 * Weighted Chebyshev scalarisation and its constraints as an augmented Lagrangian, with the updates
 * of the multipliers.
 */
package org.mtlbench.methods.ours.chebyshev;
