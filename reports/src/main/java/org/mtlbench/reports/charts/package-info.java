/**
 * Pictures of a run: accuracy against sparsity and time, accuracy per task, the plane of two tasks'
 * accuracies, training curves. Drawn by XChart, written as SVG and PNG. A picture that cannot be
 * drawn, for example on a server without fonts, is left out with its reason and harms nothing else.
 */
package org.mtlbench.reports.charts;
