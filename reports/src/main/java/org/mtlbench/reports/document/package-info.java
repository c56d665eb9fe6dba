/** The content and order of reports, independent of the output format. */
package org.mtlbench.reports.document;
