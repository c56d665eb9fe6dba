/**
 * Charts of a run: accuracy per task, against sparsity and against time, of two tasks against each
 * other, and training curves. All are drawn on one base: a {@link
 * org.mtlbench.reports.charts.Canvas} with an SVG and an image implementation, {@link
 * org.mtlbench.reports.charts.Plot} with its axes, a legend, and a {@link
 * org.mtlbench.reports.charts.ChartKey} by which a colour and a number mean a method and a shape
 * means an architecture in every chart of a report. Colours are roles, which {@link
 * org.mtlbench.reports.charts.ChartTheme} gives a light, a dark and a print variant. A chart that
 * cannot be drawn, for example as an image on a server without fonts, is left out with its reason.
 */
package org.mtlbench.reports.charts;
