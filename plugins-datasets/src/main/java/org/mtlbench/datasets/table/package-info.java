/**
 * Tables in memory: numeric and categorical columns, and the inputs and targets made from them.
 * Everything is fitted on the training rows only.
 */
package org.mtlbench.datasets.table;
