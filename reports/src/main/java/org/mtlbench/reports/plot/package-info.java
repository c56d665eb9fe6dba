/**
 * Building blocks of all charts: a {@link org.mtlbench.reports.plot.Canvas} with an SVG and an
 * image implementation, {@link org.mtlbench.reports.plot.Plot} with its axes, a legend, and a
 * {@link org.mtlbench.reports.plot.ChartKey} that assigns the same colours, numbers and shapes in
 * every chart of a report. Colours are roles; {@link org.mtlbench.reports.plot.ChartTheme} defines
 * them for the light, the dark and the print theme.
 */
package org.mtlbench.reports.plot;
