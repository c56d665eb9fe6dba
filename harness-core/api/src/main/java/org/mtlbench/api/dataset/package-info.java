/**
 * The contract of datasets: tasks, splits, losses, and metrics. Also the source files that a
 * dataset is read from, with their checksums.
 */
package org.mtlbench.api.dataset;
