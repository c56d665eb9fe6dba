/**
 * The dataset {@code csv}: a table of the user in CSV files. Reads the files, locates their
 * problems, and assigns a use to each column.
 */
package org.mtlbench.datasets.csv;
