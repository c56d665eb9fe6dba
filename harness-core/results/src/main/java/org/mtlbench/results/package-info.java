/**
 * The record of a cell and its components. Subpackages contain scores, the record of a run, JSON,
 * event files and run folders.
 *
 * <p>Units are the same everywhere: metrics are in their own units (accuracy, for example, as a
 * fraction from 0 to 1), sparsity rates and limits are fractions from 0 to 1, durations are
 * seconds, memory is in bytes. Percent and minutes are used in tables only. JSON keys are
 * kebab-case; absent values are omitted rather than written as null.
 */
package org.mtlbench.results;
