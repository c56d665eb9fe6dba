/**
 * The rows of a run and what is computed over them before any table is built: references and
 * differences, tests, ranks, best marks, equal training, and numbers as entries.
 */
package org.mtlbench.reports.rows;
