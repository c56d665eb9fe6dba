/**
 * Measures of sparsity: zero, unique, and shared neuron rows of parameters. Methods that prune and
 * records of every model use the same definitions.
 */
package org.mtlbench.toolbox.sparsity;
