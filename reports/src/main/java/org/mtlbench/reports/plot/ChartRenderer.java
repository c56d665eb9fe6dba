package org.mtlbench.reports.plot;

import java.io.IOException;

/** Turns charts into files' contents. */
public interface ChartRenderer {
  /**
   * The chart as an SVG element for a page that has {@link ChartTheme#css()}, with values on hover.
   */
  String svg(Chart chart) throws IOException;

  /** The chart as a PNG image in its density, in the light theme. */
  byte[] png(Chart chart) throws IOException;
}
