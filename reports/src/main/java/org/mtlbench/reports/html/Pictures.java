package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.img;
import static j2html.TagCreator.noscript;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import j2html.tags.DomContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.mtlbench.reports.charts.Gallery;
import org.mtlbench.reports.charts.Picture;

/** Pictures inside the page. */
final class Pictures {
  private Pictures() {}

  /** A picture that shows at once, on a light card, since its colours are made for white. */
  static DomContent open(Gallery.Drawn drawn) {
    Picture picture = drawn.picture();
    String data = Base64.getEncoder().encodeToString(drawn.svg().getBytes(UTF_8));
    return figure(
        div(img()
                .withSrc("data:image/svg+xml;base64," + data)
                .withAlt(HtmlText.clean(picture.description()))
                .attr("width", picture.width())
                .attr("height", picture.height()))
            .withClass("card"),
        figcaption(
            text(HtmlText.clean(picture.title()) + " ("),
            file(picture, "svg"),
            text(", "),
            file(picture, "png"),
            text(")")));
  }

  /**
   * A picture that the script unpacks when its cell is opened: a page with a hundred cells stays
   * small and quick.
   */
  static DomContent packed(Gallery.Drawn drawn) {
    Picture picture = drawn.picture();
    return div(
        div(noscript(text("Drawn when scripts may run; see the files.")))
            .attr("data-picture", Base64.getEncoder().encodeToString(zipped(drawn.svg())))
            .attr("data-alt", HtmlText.clean(picture.description()))
            .attr("data-width", picture.width())
            .attr("data-height", picture.height()),
        p(
                text(HtmlText.clean(picture.description()) + " Files: "),
                file(picture, "svg"),
                text(", "),
                file(picture, "png"))
            .withClass("soft"));
  }

  private static DomContent file(Picture picture, String kind) {
    return a(kind.toUpperCase(Locale.ROOT))
        .withHref(Gallery.FOLDER + "/" + picture.name() + "." + kind);
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
