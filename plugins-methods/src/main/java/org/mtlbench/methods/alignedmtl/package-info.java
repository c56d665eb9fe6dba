/** Aligned-MTL: independent component alignment (Senushkin et al. 2023). */
package org.mtlbench.methods.alignedmtl;
