/** What a report says, in which order, in no particular format. */
package org.mtlbench.reports.document;
