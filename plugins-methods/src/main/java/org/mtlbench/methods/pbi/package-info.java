/** PBI: penalty-based boundary intersection (Zhang and Li 2007). */
package org.mtlbench.methods.pbi;
