/**
 * Statistics for small numbers of seeds: confidence intervals, paired tests with Holm's correction,
 * ranks, and the relative change against single-task learning. Distributions, tests and ranks come
 * from Apache Commons Statistics.
 */
package org.mtlbench.reports.statistics;
