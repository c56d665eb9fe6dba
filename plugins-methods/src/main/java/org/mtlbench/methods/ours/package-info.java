/**
 * The paper's method: weighted Chebyshev scalarisation with a sparsity objective, in phases from
 * the search for a sparsity pattern to retraining with shared parameters.
 */
package org.mtlbench.methods.ours;
