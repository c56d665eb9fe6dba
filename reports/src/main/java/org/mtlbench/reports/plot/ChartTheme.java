package org.mtlbench.reports.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Colour themes of charts. Method colours start with the palette of Okabe and Ito (Color Universal
 * Design, 2008) without yellow, which is too faint on white. Colour is never the only distinction:
 * marks have the number of their method, architectures have shapes, lines have dash patterns. The
 * print theme is black on white.
 */
public enum ChartTheme {
  /** Dark on white. */
  LIGHT(0xffffff, 0x22262a, 0xe1e4e8, 0x6b7178),
  /** Light on the page's dark background. */
  DARK(0x1c2024, 0xe8eaed, 0x343a41, 0x9aa3ad),
  /** Black on white, without colours. */
  PRINT(0xffffff, 0x000000, 0xcccccc, 0x444444);

  private static final List<Integer> ON_LIGHT =
      List.of(
          0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x33383d, 0x7b4fa6, 0x94602c,
          0x7f8f1b);
  // The same hues in the same order, lighter.
  private static final List<Integer> ON_DARK =
      List.of(
          0x3f9fe0, 0xff8a3d, 0x2fc79a, 0xe59cc6, 0xf5b83d, 0x9bd6f7, 0xd5d9de, 0xb893e0, 0xd09a63,
          0xbccb4d);

  /** The number of method colours; further methods reuse them with other numbers. */
  public static final int METHODS = ON_LIGHT.size();

  // White and black text have the same contrast on a colour of this luminance.
  private static final double DARK_TEXT_FROM = 0.179;

  private final int ground;
  private final int text;
  private final int grid;
  private final int reference;

  ChartTheme(int ground, int text, int grid, int reference) {
    this.ground = ground;
    this.text = text;
    this.grid = grid;
    this.reference = reference;
  }

  /** The colour of lines and texts. */
  public Color colour(Ink ink) {
    return new Color(
        switch (ink.role()) {
          case GROUND -> ground;
          case TEXT -> text;
          case GRID -> grid;
          case REFERENCE -> reference;
          case METHOD -> method(ink.number());
          case ON_METHOD -> isLight(fill(Ink.method(ink.number()))) ? 0 : 0xffffff;
        });
  }

  private int method(int number) {
    return switch (this) {
      case LIGHT -> ON_LIGHT.get(number % METHODS);
      case DARK -> ON_DARK.get(number % METHODS);
      case PRINT -> text;
    };
  }

  /** The fill colour of a mark; in print, marks are white with a black outline. */
  public Color fill(Ink ink) {
    return colour(this == PRINT ? Ink.GROUND : ink);
  }

  /** The outline colour of a mark. */
  public Color outline() {
    return colour(this == PRINT ? Ink.TEXT : Ink.GROUND);
  }

  private static boolean isLight(Color colour) {
    double luminance =
        0.2126 * linear(colour.getRed())
            + 0.7152 * linear(colour.getGreen())
            + 0.0722 * linear(colour.getBlue());
    return luminance > DARK_TEXT_FROM;
  }

  private static double linear(int component) {
    return Math.pow(component / 255.0, 2.2);
  }

  /**
   * The style sheet for SVG charts: light theme, dark theme if the reader prefers it, and print
   * theme. Its rules apply only to elements of class {@code chart}.
   */
  public static String css() {
    StringBuilder css = new StringBuilder(".chart{font-family:system-ui,\"Segoe UI\",Roboto,");
    css.append("\"Noto Sans\",\"DejaVu Sans\",sans-serif}\n");
    for (Canvas.TextSize size : Canvas.TextSize.values()) {
      css.append(".chart .").append(cssClass(size));
      css.append("{font-size:").append(size.pixels());
      css.append("px;font-weight:").append(size.bold() ? 650 : 400).append("}\n");
    }
    css.append(".chart .line[class]{fill:none;stroke-linejoin:round}\n");
    css.append(".chart .hover{fill:#fff;fill-opacity:0}\n");
    css.append(LIGHT.rules());
    css.append("@media (prefers-color-scheme:dark){\n").append(DARK.rules()).append("}\n");
    return css.append("@media print{\n").append(PRINT.rules()).append("}\n").toString();
  }

  public static String cssClass(Canvas.TextSize size) {
    return "t-" + size.name().toLowerCase(Locale.ROOT);
  }

  private String rules() {
    List<Ink> inks = new ArrayList<>(List.of(Ink.GROUND, Ink.TEXT, Ink.GRID, Ink.REFERENCE));
    for (int method = 0; method < METHODS; method++) {
      inks.add(Ink.method(method));
      inks.add(Ink.method(method).inside());
    }
    StringBuilder rules = new StringBuilder();
    for (Ink ink : inks) {
      String name = ink.cssClass();
      rule(rules, "." + name, "fill", ink.role() == Ink.Role.METHOD ? fill(ink) : colour(ink));
      rule(rules, ".line." + name, "stroke", colour(ink));
    }
    rule(rules, ".mark", "stroke", outline());
    return rules.toString();
  }

  private static void rule(StringBuilder css, String selector, String property, Color colour) {
    css.append(".chart ").append(selector).append('{').append(property);
    css.append(String.format(Locale.ROOT, ":#%06x}", colour.getRGB() & 0xffffff)).append('\n');
  }
}
