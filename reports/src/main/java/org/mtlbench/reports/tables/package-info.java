/** The tables of a report: from grouped cells to the format-independent model. */
package org.mtlbench.reports.tables;
