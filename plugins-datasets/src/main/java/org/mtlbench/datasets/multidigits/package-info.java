/** The datasets {@code multidigits} and its synthetic twin: grids of 2 to 9 digits, each a task. */
package org.mtlbench.datasets.multidigits;
