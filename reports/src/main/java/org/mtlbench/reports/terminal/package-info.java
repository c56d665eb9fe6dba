/** Plain-text tables that fit the terminal width. */
package org.mtlbench.reports.terminal;
