/**
 * Tasks, their metrics, and the values of these on a split. Values are in the metrics' own units,
 * keyed by task name and metric id.
 */
package org.mtlbench.results.score;
