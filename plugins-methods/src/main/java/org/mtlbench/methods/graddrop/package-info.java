/** GradDrop: gradient sign dropout (Chen et al. 2020). */
package org.mtlbench.methods.graddrop;
