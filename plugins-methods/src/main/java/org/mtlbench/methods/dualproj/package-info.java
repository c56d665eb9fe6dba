/** DualProj: the mean gradient, projected onto the dual cone (Lopez-Paz and Ranzato 2017). */
package org.mtlbench.methods.dualproj;
