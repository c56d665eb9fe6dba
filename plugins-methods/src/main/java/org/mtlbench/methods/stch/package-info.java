/** STCH: smooth Tchebycheff scalarisation (Lin et al. 2024). */
package org.mtlbench.methods.stch;
