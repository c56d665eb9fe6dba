/**
 * Baselines of sparsity: training that selects neuron rows to be zero, then retraining with these
 * rows kept at zero. They select rows by magnitude (Zhu and Gupta 2018) or by group lasso (Wen et
 * al. 2016), among the rows that {@code ours} can prune.
 */
package org.mtlbench.methods.pruning;
