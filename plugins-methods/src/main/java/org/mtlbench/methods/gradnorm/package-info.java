/** GradNorm: weights that balance the norms of gradients (Chen et al. 2018). */
package org.mtlbench.methods.gradnorm;
