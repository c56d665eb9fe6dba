/** IMTL-G: gradients with projections of equal length (Liu et al. 2021). */
package org.mtlbench.methods.imtlg;
