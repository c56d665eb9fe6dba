/**
 * The content of a run's folder as used by reports: planned cells with their outcomes, grouped over
 * seeds.
 */
package org.mtlbench.reports.run;
