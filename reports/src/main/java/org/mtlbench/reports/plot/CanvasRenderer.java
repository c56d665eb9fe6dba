package org.mtlbench.reports.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Renders SVG, and PNG with Java 2D. SVG needs no fonts; PNG needs fonts but no display. */
public final class CanvasRenderer implements ChartRenderer {
  private static final String HEADLESS = "java.awt.headless";

  /** Creates a renderer that never opens a display, even if one is configured. */
  public CanvasRenderer() {
    if (System.getProperty(HEADLESS) == null) {
      System.setProperty(HEADLESS, "true");
    }
  }

  @Override
  public String svg(Chart chart) {
    return SvgCanvas.draw(chart);
  }

  @Override
  public byte[] png(Chart chart) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(ImageCanvas.draw(chart), "png", bytes)) {
      throw new IOException("this Java cannot write PNG images");
    }
    return bytes.toByteArray();
  }
}
