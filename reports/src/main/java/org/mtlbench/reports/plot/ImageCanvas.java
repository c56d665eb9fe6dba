package org.mtlbench.reports.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Draws a chart with Java 2D in the light theme. Needs fonts, but no display. */
final class ImageCanvas implements Canvas {
  private static final ChartTheme THEME = ChartTheme.LIGHT;
  private static final BasicStroke OUTLINE = new BasicStroke(1);

  private final Graphics2D graphics;

  private ImageCanvas(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /** Draws a chart as an image. */
  static BufferedImage draw(Chart chart) {
    BufferedImage image =
        new BufferedImage(
            chart.density() * chart.width(),
            chart.density() * chart.height(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(chart.density(), chart.density());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    draw(chart, graphics);
    return image;
  }

  /** Draws a chart at its size in pixels, and disposes of the graphics. */
  static void draw(Chart chart, Graphics2D graphics) {
    graphics.setColor(THEME.colour(Ink.GROUND));
    graphics.fillRect(0, 0, chart.width(), chart.height());
    chart.drawing().accept(new ImageCanvas(graphics));
    graphics.dispose();
  }

  @Override
  public void line(Ink ink, LineStyle style, double... points) {
    float[] dashes = new float[style.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = style.dashes().get(i);
    }
    graphics.setStroke(
        new BasicStroke(
            (float) style.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            dashes.length == 0 ? null : dashes,
            0));
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    graphics.setColor(THEME.colour(ink));
    graphics.draw(path);
  }

  @Override
  public void mark(Ink ink, MarkShape shape, double size, double x, double y) {
    Shape outline = shape.around(x, y, size);
    graphics.setColor(THEME.fill(ink));
    graphics.fill(outline);
    graphics.setColor(THEME.outline());
    graphics.setStroke(OUTLINE);
    graphics.draw(outline);
  }

  @Override
  public void ring(Ink ink, double size, double x, double y) {
    graphics.setColor(THEME.colour(ink));
    graphics.setStroke(new BasicStroke((float) LineStyle.numbered(0).width()));
    graphics.draw(MarkShape.CIRCLE.around(x, y, size));
  }

  @Override
  public void text(Ink ink, TextSize size, Anchor anchor, double x, double y, String text) {
    String line = Label.clean(text);
    graphics.setColor(THEME.colour(ink));
    graphics.setFont(
        new Font(Font.SANS_SERIF, size.bold() ? Font.BOLD : Font.PLAIN, 1)
            .deriveFont((float) size.pixels()));
    double width = graphics.getFontMetrics().getStringBounds(line, graphics).getWidth();
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    graphics.drawString(line, (float) left, (float) y);
  }

  @Override
  public void heatMap(HeatMap map, double x, double y, double width, double height) {
    BufferedImage image = map.image();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(
        image,
        new AffineTransform(width / image.getWidth(), 0, 0, height / image.getHeight(), x, y),
        null);
  }

  @Override
  public void hover(double x, double y, double width, double height, String text) {
    // Images have no tooltips.
  }

  @Override
  public void link(double x, double y, double width, double height, String text, String anchor) {
    // Images have no links.
  }

  @Override
  public void series(int method, Runnable drawing) {
    drawing.run();
  }

  @Override
  public void scene(Projection view, Runnable drawing) {
    drawing.run();
  }

  @Override
  public void inScene(double[] place, Runnable drawing) {
    drawing.run();
  }
}
