package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.noscript;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import j2html.tags.DomContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.MarkShape;
import org.mtlbench.reports.plot.Plot;
import org.mtlbench.reports.plot.SvgCanvas;

/**
 * Charts embedded in the page as SVG elements, which follow the page's colours and show values on
 * hover.
 */
final class ChartFigures {
  // Wider charts would be too small in one of two columns.
  private static final int COLUMN_WIDTH = 900;

  private ChartFigures() {}

  /** A chart that is visible as soon as the page is loaded. */
  static DomContent open(DrawnCharts.Drawn drawn) {
    Chart chart = drawn.chart();
    return figure(
            // The renderer has escaped all text.
            div(rawHtml(drawn.svg())).withClass("card"),
            figcaption(
                text(HtmlText.clean(chart.title()) + " ("),
                file(chart, "svg"),
                text(", "),
                file(chart, "png"),
                text(")")))
        .withCondClass(chart.width() > COLUMN_WIDTH, "whole-width");
  }

  /**
   * A compressed chart that the script unpacks when the section of its cell is opened, so that a
   * page with a hundred cells stays small and fast.
   */
  static DomContent packed(DrawnCharts.Drawn drawn) {
    Chart chart = drawn.chart();
    return div(
        div(noscript(text("This chart needs JavaScript; see the files.")))
            .withClass("packed")
            .attr("data-chart", Base64.getEncoder().encodeToString(zipped(drawn.svg()))),
        p(
                text(HtmlText.clean(chart.description()) + " Files: "),
                file(chart, "svg"),
                text(", "),
                file(chart, "png"))
            .withClass("soft"));
  }

  /** The mark of a method as an SVG element, for a legend. */
  static String swatch(ChartKey key, String method) {
    int size = (int) Plot.MARK + 2;
    return SvgCanvas.draw(
        new Chart(
            "swatch",
            method,
            "method " + key.number(method),
            size,
            size,
            Chart.PLAIN,
            canvas ->
                Plot.mark(
                    canvas,
                    key.ink(method),
                    MarkShape.CIRCLE,
                    key.number(method),
                    size / 2.0,
                    size / 2.0)));
  }

  private static DomContent file(Chart chart, String kind) {
    return a(kind.toUpperCase(Locale.ROOT))
        .withHref(DrawnCharts.FOLDER + "/" + chart.name() + "." + kind);
  }

  private static byte[] zipped(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(content.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
