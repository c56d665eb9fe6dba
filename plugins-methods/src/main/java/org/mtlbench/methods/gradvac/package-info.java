/** GradVac: gradient surgery towards a target cosine (Wang et al. 2021). */
package org.mtlbench.methods.gradvac;
