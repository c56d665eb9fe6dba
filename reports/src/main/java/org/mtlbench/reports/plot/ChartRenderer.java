package org.mtlbench.reports.plot;

import java.io.IOException;

/** Renders charts as SVG and PNG. */
public interface ChartRenderer {
  /**
   * The chart as an SVG element with tooltips, for a page that includes {@link ChartTheme#css()}.
   */
  String svg(Chart chart) throws IOException;

  /** The chart as a PNG image at its density, in the light theme. */
  byte[] png(Chart chart) throws IOException;
}
