/** Tables as plain text that fits the width of a terminal. */
package org.mtlbench.reports.terminal;
