/** CAGrad: conflict-averse gradient descent (Liu et al. 2021). */
package org.mtlbench.methods.cagrad;
