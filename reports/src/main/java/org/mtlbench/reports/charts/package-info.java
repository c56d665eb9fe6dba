/**
 * Charts of a run: the primary metric per task, against sparsity and against time, of two tasks
 * against each other, and training curves. A chart that cannot be drawn, for example as an image on
 * a server without fonts, is left out with its reason.
 */
package org.mtlbench.reports.charts;
