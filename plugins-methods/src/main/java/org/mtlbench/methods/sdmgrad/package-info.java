/** SDMGrad: stochastic direction-oriented gradient descent (Xiao, Ban and Ji 2023). */
package org.mtlbench.methods.sdmgrad;
