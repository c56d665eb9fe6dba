package org.mtlbench.api.dataset;

/**
 * A summary of a column of a table.
 *
 * @param name the column's name
 * @param use its use, for example {@code feature, number} or {@code target, 4 classes}
 * @param missing number of missing values
 * @param values range and mean of numbers, or frequencies of categories, in one line
 */
public record ColumnSummary(String name, String use, int missing, String values) {}
