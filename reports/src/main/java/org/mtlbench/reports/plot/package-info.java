/**
 * The base of all charts: a {@link org.mtlbench.reports.plot.Canvas} with an SVG and an image
 * implementation, {@link org.mtlbench.reports.plot.Plot} with its axes, a legend, and a {@link
 * org.mtlbench.reports.plot.ChartKey} by which a colour and a number mean a method and a shape
 * means an architecture in every chart of a report. Colours are roles, which {@link
 * org.mtlbench.reports.plot.ChartTheme} gives a light, a dark and a print variant.
 */
package org.mtlbench.reports.plot;
