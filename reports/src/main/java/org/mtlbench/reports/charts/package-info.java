/**
 * The charts of a run: primary metric per task, headline against sparsity and against time, two
 * tasks against each other, and training curves. A chart that cannot be drawn, for example a PNG on
 * a server without fonts, is left out and the reason is reported.
 */
package org.mtlbench.reports.charts;
