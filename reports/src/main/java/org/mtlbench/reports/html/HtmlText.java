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

/** Texts of any origin in HTML. */
final class HtmlText {
  // Characters that HTML has no way to hold; line feeds and tabs are welcome in logs.
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");

  private HtmlText() {}

  /** The text without characters that no page can hold or that turn the rest of a line around. */
  static String clean(String text) {
    return UNFIT.matcher(text).replaceAll("\uFFFD");
  }

  /** All pieces of a text. */
  static DomContent of(Text text) {
    return each(text.spans(), piece -> styled(piece.text(), piece.style()));
  }

  /** A piece in its style. */
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
