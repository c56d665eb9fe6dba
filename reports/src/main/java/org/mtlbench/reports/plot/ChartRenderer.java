package org.mtlbench.reports.plot;

import java.io.IOException;

/** Renders charts as SVG, PNG and PDF. */
public interface ChartRenderer {
  /**
   * The chart as an SVG element with tooltips, for a page that includes {@link ChartTheme#css()}.
   */
  String svg(Chart chart) throws IOException;

  /** The chart as a PNG image at its density, in the light theme. */
  byte[] png(Chart chart) throws IOException;

  /** The chart as a PDF document of one page, in the light theme; a pixel becomes a point. */
  byte[] pdf(Chart chart) throws IOException;
}
