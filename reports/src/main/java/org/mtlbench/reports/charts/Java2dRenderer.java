package org.mtlbench.reports.charts;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Renders by Java 2D: PNG by the JDK, SVG by Batik. Needs fonts, but no display. */
public final class Java2dRenderer implements Renderer {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String HEADLESS = "java.awt.headless";
  private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");
  // A hundredth of a pixel is finer than any eye and halves the files.
  private static final int DECIMALS = 2;

  /** Draws without a display, even where one is named but nobody answers. */
  public Java2dRenderer() {
    if (System.getProperty(HEADLESS) == null) {
      System.setProperty(HEADLESS, "true");
    }
  }

  @Override
  public String svg(Picture picture) throws IOException {
    Document document = document();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(DECIMALS);
    context.setComment(null);
    SVGGraphics2D canvas = new FiniteShapes(context);
    canvas.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
    picture.drawing().on(canvas);
    Element root = canvas.getRoot();
    root.setAttribute("viewBox", "0 0 " + picture.width() + " " + picture.height());
    root.setAttribute("role", "img");
    root.insertBefore(text(document, "desc", picture.description()), root.getFirstChild());
    root.insertBefore(text(document, "title", picture.title()), root.getFirstChild());
    StringWriter text = new StringWriter();
    canvas.stream(root, text, false, false);
    canvas.dispose();
    // The document type names a file in the network that nobody needs.
    return DOCUMENT_TYPE.matcher(text.toString()).replaceFirst("");
  }

  @Override
  public byte[] png(Picture picture) throws IOException {
    BufferedImage image =
        new BufferedImage(
            picture.density() * picture.width(),
            picture.density() * picture.height(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.scale(picture.density(), picture.density());
    picture.drawing().on(canvas);
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("this Java cannot write PNG images");
    }
    return bytes.toByteArray();
  }

  /** Leaves out shapes that are nowhere, as the JDK's own canvas does. */
  private static final class FiniteShapes extends SVGGraphics2D {
    FiniteShapes(SVGGeneratorContext context) {
      super(context, false);
    }

    @Override
    public void draw(Shape shape) {
      Rectangle2D bounds = shape.getBounds2D();
      if (Double.isFinite(bounds.getX() + bounds.getY() + bounds.getMaxX() + bounds.getMaxY())) {
        super.draw(shape);
      }
    }
  }

  private static Document document() throws IOException {
    try {
      DOMImplementation dom =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation();
      return dom.createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IOException("this Java cannot make XML documents", e);
    }
  }

  private static Element text(Document document, String name, String content) {
    Element element = document.createElementNS(NAMESPACE, name);
    element.setTextContent(content);
    return element;
  }
}
