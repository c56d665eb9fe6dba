package org.mtlbench.reports.charts;

import java.io.IOException;

/** Turns drawings into files' contents. */
public interface Renderer {
  /**
   * As scalable vector graphics, text as outlines, so that it looks alike everywhere.
   *
   * @return a whole document
   */
  String svg(Picture picture) throws IOException;

  /** As a PNG image in the picture's density. */
  byte[] png(Picture picture) throws IOException;
}
