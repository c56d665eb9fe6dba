package org.mtlbench.api.dataset;

/**
 * What is shown of one column of a table.
 *
 * @param name the column's name
 * @param use what becomes of it, for example {@code feature, number} or {@code target, 4 classes}
 * @param missing number of rows without a value
 * @param values range and mean of numbers, or shares of categories, in one line
 */
public record ColumnSummary(String name, String use, int missing, String values) {}
