/**
 * The paper's method: weighted Chebyshev scalarisation under a sparsity constraint, in stages from
 * learning the sparsity pattern to retraining with shared parameters.
 */
package org.mtlbench.methods.ours;
