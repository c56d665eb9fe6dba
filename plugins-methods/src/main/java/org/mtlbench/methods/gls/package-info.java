/** GLS: geometric loss strategy (Chennupati et al. 2019). */
package org.mtlbench.methods.gls;
