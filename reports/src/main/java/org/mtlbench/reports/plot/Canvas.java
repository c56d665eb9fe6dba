package org.mtlbench.reports.plot;

/**
 * A drawing surface for charts. Positions are pixels from the top left corner. Colours are given by
 * role; the theme maps roles to colours.
 */
public interface Canvas {
  /** Text sizes. */
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

    /** The estimated width of a text in pixels; an upper bound for common fonts. */
    public double width(String text) {
      double letters = text.codePoints().mapToDouble(c -> isWide(c) ? 0.74 : 0.56).sum();
      return letters * pixels * (bold ? 1.1 : 1);
    }

    private static boolean isWide(int character) {
      return Character.isUpperCase(character) || Character.isIdeographic(character);
    }
  }

  /** Horizontal alignment of a text relative to its position. */
  enum Anchor {
    /** Position is the left end. */
    START,
    /** Position is the middle. */
    MIDDLE,
    /** Position is the right end. */
    END
  }

  /**
   * Draws a polyline.
   *
   * @param points x and y coordinates in turn
   */
  void line(Ink ink, LineStyle style, double... points);

  /** Draws a filled mark around a point. */
  void mark(Ink ink, MarkShape shape, double size, double x, double y);

  /** Draws a circle around a point. */
  void ring(Ink ink, double size, double x, double y);

  /** Draws a text on a baseline. */
  void text(Ink ink, TextSize size, Anchor anchor, double x, double y, String text);

  /** Adds a tooltip to a rectangle; ignored in images. */
  void hover(double x, double y, double width, double height, String text);
}
