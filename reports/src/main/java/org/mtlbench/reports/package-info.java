/**
 * Reports of runs for people and scripts. Everything is derived from the records and can be
 * regenerated at any time, even during the run. Numbers are formatted independently of the locale.
 *
 * <p>{@link org.mtlbench.reports.RunReport} is the Java API: rows, best rows, tests, tables, charts
 * and documents of a run folder. {@code run} groups cells over seeds, {@code statistics} computes
 * intervals and tests, {@code published} holds published results, {@code tables} and {@code
 * document} arrange everything in the format-independent {@code model}, and each output format has
 * its own package.
 */
package org.mtlbench.reports;
