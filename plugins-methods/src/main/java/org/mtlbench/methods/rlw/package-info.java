/** RLW: random loss weighting (Lin et al. 2022). */
package org.mtlbench.methods.rlw;
