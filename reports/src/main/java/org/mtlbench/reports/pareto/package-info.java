/**
 * Pareto studies: the rows of a run that differ in the preference vector only, their nondominated
 * points, clusters by sparsity rate, hypervolume and spacing, and the charts of their fronts.
 * Tables are in {@code tables}.
 */
package org.mtlbench.reports.pareto;
