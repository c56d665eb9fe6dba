package org.mtlbench.reports.plot;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Renders SVG, and PNG and PDF with Java 2D. SVG needs no fonts; PNG and PDF need fonts but no
 * display.
 */
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

  @Override
  public byte[] pdf(Chart chart) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(chart.width(), chart.height()));
      document.addPage(page);
      PdfBoxGraphics2D graphics =
          new PdfBoxGraphics2D(document, (float) chart.width(), (float) chart.height());
      ImageCanvas.draw(chart, graphics);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
