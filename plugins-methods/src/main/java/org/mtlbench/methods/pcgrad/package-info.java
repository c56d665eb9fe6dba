/** PCGrad: gradient surgery (Yu et al. 2020). */
package org.mtlbench.methods.pcgrad;
