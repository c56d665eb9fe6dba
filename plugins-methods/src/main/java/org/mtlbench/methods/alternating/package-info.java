/**
 * Individual updates of groups of tasks ({@code ius}, {@code io}) and the sum of losses as their
 * baseline ({@code sus}; Pascal et al. 2022).
 */
package org.mtlbench.methods.alternating;
