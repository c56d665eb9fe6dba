/**
 * From a run's folder to what people and scripts read. Everything is derived from the records and
 * may be made again at any time, also while the run goes on. Numbers look the same under every
 * locale.
 *
 * <p>{@link org.mtlbench.reports.RunReport} is the Java API: rows, best rows, tests, tables, charts
 * and documents of a run folder. {@code run} groups cells over seeds, {@code statistics} says what
 * they may claim, {@code published} holds the figures of papers, {@code tables} and {@code
 * document} arrange all of it in the format-independent {@code model}, and each format has a
 * package of its own.
 */
package org.mtlbench.reports;
