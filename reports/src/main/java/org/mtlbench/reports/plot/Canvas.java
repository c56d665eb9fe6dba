package org.mtlbench.reports.plot;

/**
 * What charts are drawn on. Positions are pixels from the top left corner. Colours are named by
 * what they stand for, so that a theme decides how they look.
 */
public interface Canvas {
  /** Sizes of text. */
  enum TextSize {
    /** 15 pixels, bold. */
    TITLE(15, true),
    /** 13 pixels. */
    NORMAL(13, false),
    /** 12 pixels. */
    SMALL(12, false),
    /** 9.5 pixels, bold: numbers inside marks. */
    MARK(9.5, true);

    private final double pixels;
    private final boolean bold;

    TextSize(double pixels, boolean bold) {
      this.pixels = pixels;
      this.bold = bold;
    }

    double pixels() {
      return pixels;
    }

    boolean bold() {
      return bold;
    }

    /** The estimated width of a text in pixels; an upper bound for usual fonts. */
    public double width(String text) {
      double letters = text.codePoints().mapToDouble(c -> isWide(c) ? 0.74 : 0.56).sum();
      return letters * pixels * (bold ? 1.1 : 1);
    }

    private static boolean isWide(int character) {
      return Character.isUpperCase(character) || Character.isIdeographic(character);
    }
  }

  /** Which point of a text its position names. */
  enum Anchor {
    /** Its left end. */
    START,
    /** Its middle. */
    MIDDLE,
    /** Its right end. */
    END
  }

  /** A polyline. */
  void line(Ink ink, LineStyle style, double... points);

  /** A mark around a point, filled with a colour. */
  void mark(Ink ink, MarkShape shape, double size, double x, double y);

  /** A circle around a point, not filled. */
  void ring(Ink ink, double size, double x, double y);

  /** A text on a baseline. */
  void text(Ink ink, TextSize size, Anchor anchor, double x, double y, String text);

  /** Text to show while the pointer is over a rectangle; nothing on paper. */
  void hover(double x, double y, double width, double height, String text);
}
