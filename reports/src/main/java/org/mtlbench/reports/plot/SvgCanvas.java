package org.mtlbench.reports.plot;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Draws SVG: well-formed XML that can also be embedded in an HTML page. Colours and sizes are CSS
 * classes, see {@link ChartTheme#css()}.
 */
public final class SvgCanvas implements Canvas {
  private static final String LINK = " href=\"#";
  private static final Pattern LINKS = Pattern.compile("<a href=\"#[^>]*>|</a>");

  // A ten-thousandth of an edge is less than a tenth of a pixel.
  private static final double SCENE_STEPS = 1e4;

  private final StringBuilder svg = new StringBuilder();

  /** The SVG elements of a chart, with its description as accessible name. */
  public static String draw(Chart chart) {
    SvgCanvas canvas = new SvgCanvas();
    canvas.svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\"");
    canvas.attribute("aria-label", Label.clean(chart.description()));
    canvas.attribute("viewBox", "0 0 " + chart.width() + " " + chart.height());
    canvas.attribute("width", Integer.toString(chart.width()));
    canvas.attribute("height", Integer.toString(chart.height()));
    canvas.svg.append("><rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
    chart.drawing().accept(canvas);
    return canvas.svg.append("</svg>").toString();
  }

  /** A standalone SVG document from the elements of a chart, without links to the page. */
  public static String document(Chart chart, String elements) {
    int start = elements.indexOf('>') + 1;
    return elements.substring(0, start)
        + "<title>"
        + escaped(Label.clean(chart.title()))
        + "</title><style>"
        + ChartTheme.css()
        + "</style>"
        + LINKS.matcher(elements.substring(start)).replaceAll("");
  }

  @Override
  public void line(Ink ink, LineStyle style, double... points) {
    open("polyline", "line " + ink.cssClass());
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      list.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(number(points[i]));
    }
    attribute("points", list.toString());
    attribute("stroke-width", number(style.width()));
    dashes(style.dashes());
    svg.append("/>\n");
  }

  private void dashes(List<Integer> dashes) {
    if (!dashes.isEmpty()) {
      attribute(
          "stroke-dasharray",
          dashes.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  @Override
  public void mark(Ink ink, MarkShape shape, double size, double x, double y) {
    open("path", "mark " + ink.cssClass());
    attribute("d", path(shape.around(x, y, size)));
    svg.append("/>\n");
  }

  @Override
  public void ring(Ink ink, double size, double x, double y) {
    open("path", "line " + ink.cssClass());
    attribute("d", path(MarkShape.CIRCLE.around(x, y, size)));
    attribute("stroke-width", number(LineStyle.numbered(0).width()));
    svg.append("/>\n");
  }

  @Override
  public void text(Ink ink, TextSize size, Anchor anchor, double x, double y, String text) {
    open("text", ChartTheme.cssClass(size) + " " + ink.cssClass());
    attribute("x", number(x));
    attribute("y", number(y));
    switch (anchor) {
      case START -> {}
      case MIDDLE -> attribute("text-anchor", "middle");
      case END -> attribute("text-anchor", "end");
    }
    svg.append('>').append(escaped(Label.clean(text))).append("</text>\n");
  }

  @Override
  public void heatMap(HeatMap map, double x, double y, double width, double height) {
    svg.append("<image");
    rectangle(x, y, width, height);
    attribute("preserveAspectRatio", "none");
    if (2 * map.width() <= width) {
      // An attribute, since the policy of the page forbids inline styles. Browsers omit pixels of
      // larger maps if the page is narrow, unless they smooth them.
      attribute("image-rendering", "pixelated");
    }
    attribute("href", "data:image/png;base64," + Base64.getEncoder().encodeToString(map.png()));
    svg.append("/>\n");
  }

  private void rectangle(double x, double y, double width, double height) {
    attribute("x", number(x));
    attribute("y", number(y));
    attribute("width", number(width));
    attribute("height", number(height));
  }

  @Override
  public void hover(double x, double y, double width, double height, String text) {
    open("rect", "hover");
    rectangle(x, y, width, height);
    svg.append("><title>").append(escaped(Label.clean(text))).append("</title></rect>\n");
  }

  @Override
  public void link(double x, double y, double width, double height, String text, String anchor) {
    // Charts are images to screen readers, so their links are not in the order of the tab key.
    svg.append("<a").append(LINK).append(escaped(anchor)).append("\" tabindex=\"-1\">");
    hover(x, y, width, height, text);
    svg.append("</a>\n");
  }

  @Override
  public void series(int method, Runnable drawing) {
    svg.append("<g data-series=\"").append(method).append("\">\n");
    drawing.run();
    svg.append("</g>\n");
  }

  @Override
  public void scene(Projection view, Runnable drawing) {
    group("data-view", drawing, view.azimuth(), view.elevation(), view.x(), view.y(), view.scale());
  }

  @Override
  public void inScene(double[] place, Runnable drawing) {
    group("data-at", drawing, place);
  }

  private void group(String name, Runnable drawing, double... values) {
    svg.append("<g");
    attribute(
        name,
        DoubleStream.of(values)
            .mapToObj(value -> Double.toString(Math.round(value * SCENE_STEPS) / SCENE_STEPS))
            .collect(Collectors.joining(" ")));
    svg.append(">\n");
    drawing.run();
    svg.append("</g>\n");
  }

  private void open(String element, String classes) {
    svg.append('<').append(element);
    attribute("class", classes);
  }

  private void attribute(String name, String value) {
    svg.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(points);
      int count =
          switch (kind) {
            case PathIterator.SEG_CLOSE -> 0;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 2;
          };
      path.append("MLQCZ".charAt(kind));
      for (int j = 0; j < count; j++) {
        path.append(j == 0 ? "" : " ").append(number(points[j]));
      }
    }
    return path.toString();
  }

  /** Two decimals: a hundredth of a pixel is invisible. */
  private static String number(double value) {
    String text = Double.toString(Math.round(value * 100) / 100.0);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
