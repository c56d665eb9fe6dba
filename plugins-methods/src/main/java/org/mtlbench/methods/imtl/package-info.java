/** IMTL-L and IMTL: learned loss scales, alone and with IMTL-G (Liu et al. 2021). */
package org.mtlbench.methods.imtl;
