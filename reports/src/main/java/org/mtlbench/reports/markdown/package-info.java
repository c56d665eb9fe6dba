/** GitHub Flavored Markdown that is readable as plain text. */
package org.mtlbench.reports.markdown;
