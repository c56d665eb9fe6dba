/** GitHub Flavored Markdown that reads well in a terminal too. */
package org.mtlbench.reports.markdown;
