/** Comma-separated values for spreadsheets and scripts. */
package org.mtlbench.reports.csv;
