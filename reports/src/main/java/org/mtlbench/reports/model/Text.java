package org.mtlbench.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A line or paragraph. The pieces are plain text of any origin, never markup.
 *
 * @param spans in order
 */
public record Text(List<Span> spans) {
  /** Keeps a copy of the list. */
  public Text {
    spans = List.copyOf(spans);
  }

  /**
   * A piece in one style.
   *
   * @param text as it is to be read; formats escape it
   * @param style what it stands out for
   */
  public record Span(String text, Style style) {
    /** Checks presence. */
    public Span {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(style, "style");
    }
  }

  /** A text without any marks. */
  public static Text of(String text) {
    return new Text(List.of(new Span(text, Style.PLAIN)));
  }

  /** The same with more plain text behind. */
  public Text plain(String text) {
    return with(text, Style.PLAIN);
  }

  /** The same with a name in a program or a file behind. */
  public Text code(String text) {
    return with(text, Style.CODE);
  }

  /** The same with a piece behind. */
  public Text with(String text, Style style) {
    List<Span> longer = new ArrayList<>(spans);
    longer.add(new Span(text, style));
    return new Text(longer);
  }

  /** The pieces without their styles. */
  public String raw() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
