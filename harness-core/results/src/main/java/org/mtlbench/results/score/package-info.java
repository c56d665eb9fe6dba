/**
 * Tasks, their metrics and scores. Values are in the units of the metrics, keyed by task name and
 * metric id.
 */
package org.mtlbench.results.score;
