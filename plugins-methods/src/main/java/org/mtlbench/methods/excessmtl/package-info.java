/** ExcessMTL: weights by estimated excess risks (He et al. 2024). */
package org.mtlbench.methods.excessmtl;
