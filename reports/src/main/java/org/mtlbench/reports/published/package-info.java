/** Results published in papers, for comparison with measured ones. */
package org.mtlbench.reports.published;
