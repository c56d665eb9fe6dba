/** SI: scale-invariant linear scalarisation (for example in Navon et al. 2022). */
package org.mtlbench.methods.si;
