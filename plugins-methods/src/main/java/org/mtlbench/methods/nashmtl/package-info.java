/** Nash-MTL: Nash bargaining between the tasks (Navon et al. 2022). */
package org.mtlbench.methods.nashmtl;
