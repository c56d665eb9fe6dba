/** A run's folder as reports see it: planned cells with their outcomes, grouped over seeds. */
package org.mtlbench.reports.run;
