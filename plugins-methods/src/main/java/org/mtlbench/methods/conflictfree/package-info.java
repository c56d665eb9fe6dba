/** ConFIG: conflict-free inverse gradients, and their momentum form (Liu, Chu and Thuerey 2025). */
package org.mtlbench.methods.conflictfree;
