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
    /** 13 pixels, bold: the name of the row that stands out. */
    NAME(13, true),
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

  /** Draws a heat map in a rectangle; pixels of a small one have sharp edges. */
  void heatMap(HeatMap map, double x, double y, double width, double height);

  /** Adds a tooltip to a rectangle; ignored in images. */
  void hover(double x, double y, double width, double height, String text);

  /**
   * Adds a tooltip and a link to a rectangle; ignored in images.
   *
   * @param anchor id of the element of the page that the link leads to
   */
  void link(double x, double y, double width, double height, String text, String anchor);

  /**
   * Draws what belongs to a method, so that a page can hide it.
   *
   * @param method number of the method, counted from 0
   */
  void series(int method, Runnable drawing);

  /**
   * Draws a scene in space, which a page can turn.
   *
   * @param view the projection that the drawing uses
   */
  void scene(Projection view, Runnable drawing);

  /**
   * Draws a part of a scene: texts and marks at a point, or one line between two points.
   *
   * @param place the coordinates of the point, or of both points, as the projection takes them
   */
  void inScene(double[] place, Runnable drawing);
}
