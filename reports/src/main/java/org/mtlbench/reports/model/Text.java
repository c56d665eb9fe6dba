package org.mtlbench.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Formatted text. The spans are plain text, never markup.
 *
 * @param spans spans in order
 */
public record Text(List<Span> spans) {
  /** Makes a defensive copy of the list. */
  public Text {
    spans = List.copyOf(spans);
  }

  /**
   * A piece of text in one style.
   *
   * @param text the unescaped text; formats escape it
   * @param style style of the text
   */
  public record Span(String text, Style style) {
    /** Checks for null. */
    public Span {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(style, "style");
    }
  }

  /** A text without formatting. */
  public static Text of(String text) {
    return new Text(List.of(new Span(text, Style.PLAIN)));
  }

  /** A copy with plain text appended. */
  public Text plain(String text) {
    return with(text, Style.PLAIN);
  }

  /** A copy with an identifier or file name appended. */
  public Text code(String text) {
    return with(text, Style.CODE);
  }

  /** A copy with a span appended. */
  public Text with(String text, Style style) {
    List<Span> longer = new ArrayList<>(spans);
    longer.add(new Span(text, style));
    return new Text(longer);
  }

  /** The text without formatting. */
  public String raw() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
