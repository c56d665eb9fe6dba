/**
 * What samples of a few seeds may claim: intervals, paired tests with a correction for their
 * number, ranks, and the relative change against single-task learning. Distributions, tests and
 * ranks come from Apache Commons Statistics.
 */
package org.mtlbench.reports.statistics;
