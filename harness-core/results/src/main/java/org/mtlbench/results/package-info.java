/**
 * What came out of a cell: its record and the parts of it. The packages below hold scores, the
 * run's record, JSON, event files and run folders.
 *
 * <p>Units are the same everywhere: metrics are in their own units (shares such as accuracy as
 * fractions from 0 to 1), sparsity rates and caps are fractions from 0 to 1, durations are seconds,
 * memory is in bytes. Percent and minutes exist in tables only. JSON keys are kebab-case; what is
 * absent is left out rather than written as null.
 */
package org.mtlbench.results;
