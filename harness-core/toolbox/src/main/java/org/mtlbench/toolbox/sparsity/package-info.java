/**
 * Measures of sparsity: zero, unique and shared neuron rows of parameters, used by pruning methods
 * and in the record of every model.
 */
package org.mtlbench.toolbox.sparsity;
