/** The built-in metrics. Sums are kept in float64 or as counts on the host. */
package org.mtlbench.toolbox.metric;
