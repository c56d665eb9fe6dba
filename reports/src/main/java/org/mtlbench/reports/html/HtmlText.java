package org.mtlbench.reports.html;

import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.regex.Pattern;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Text;

/** Escapes text for HTML. */
final class HtmlText {
  // Characters that are not allowed in HTML; line feeds and tabs are allowed because logs have
  // them.
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");

  private HtmlText() {}

  /**
   * Removes characters that are not allowed in HTML and those that change the direction of text.
   */
  static String clean(String text) {
    return UNFIT.matcher(text).replaceAll("\uFFFD");
  }

  /** Renders all spans of a text. */
  static DomContent of(Text text) {
    return each(text.spans(), piece -> styled(piece.text(), piece.style()));
  }

  /** Renders a span in its style. */
  static DomContent styled(String piece, Style style) {
    String clean = clean(piece);
    return switch (style) {
      case PLAIN -> text(clean);
      case CODE -> code(clean);
      case BEST_OF_DATASET -> strong(clean).withClass("best");
      case BEST_OF_ARCHITECTURE -> span(clean).withClass("better");
    };
  }
}
