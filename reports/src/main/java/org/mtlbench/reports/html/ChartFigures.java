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

/** Charts inside the page: elements that follow its colours and show values on hover. */
final class ChartFigures {
  private ChartFigures() {}

  /** A chart that shows at once. */
  static DomContent open(DrawnCharts.Drawn drawn) {
    Chart chart = drawn.chart();
    return figure(
        // the renderer escapes all text
        div(rawHtml(drawn.svg())).withClass("card"),
        figcaption(
            text(HtmlText.clean(chart.title()) + " ("),
            file(chart, "svg"),
            text(", "),
            file(chart, "png"),
            text(")")));
  }

  /**
   * A chart that the script unpacks when its cell is opened: a page with a hundred cells stays
   * small and quick.
   */
  static DomContent packed(DrawnCharts.Drawn drawn) {
    Chart chart = drawn.chart();
    return div(
        div(noscript(text("Drawn when scripts may run; see the files.")))
            .withClass("packed")
            .attr("data-chart", Base64.getEncoder().encodeToString(zipped(drawn.svg()))),
        p(
                text(HtmlText.clean(chart.description()) + " Files: "),
                file(chart, "svg"),
                text(", "),
                file(chart, "png"))
            .withClass("soft"));
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
