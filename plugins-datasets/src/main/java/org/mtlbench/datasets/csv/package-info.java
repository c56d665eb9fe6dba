/**
 * The dataset {@code csv}: a table of the user's own in files of comma-separated values. Reading,
 * the problems of a file with their places, and what its columns are used for.
 */
package org.mtlbench.datasets.csv;
