/**
 * Tables in memory: columns of numbers and categories, and what networks read and predict of them.
 * Whatever is fitted, is fitted on the training rows.
 */
package org.mtlbench.datasets.table;
