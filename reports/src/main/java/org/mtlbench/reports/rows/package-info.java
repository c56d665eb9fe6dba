/**
 * The rows of a run and everything that is computed before tables are built: references and
 * differences, tests, ranks, best rows, equal training, and formatted numbers.
 */
package org.mtlbench.reports.rows;
