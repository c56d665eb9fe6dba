/** DB-MTL: dual balancing of losses and gradients (Lin et al. 2023). */
package org.mtlbench.methods.dbmtl;
