package org.mtlbench.reports.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartThemeTest {
  private static double luminance(Color colour) {
    double[] parts =
        IntStream.of(colour.getRed(), colour.getGreen(), colour.getBlue())
            .mapToDouble(part -> part / 255.0)
            .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  /** The contrast ratio of WCAG 2. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @Test
  void textHasSufficientContrast() {
    for (ChartTheme theme : ChartTheme.values()) {
      Color ground = theme.colour(Ink.GROUND);
      assertThat(contrast(theme.colour(Ink.TEXT), ground)).as(theme + " text").isGreaterThan(7);
      assertThat(contrast(theme.colour(Ink.REFERENCE), ground))
          .as(theme + " soft")
          .isGreaterThan(4.5);
      for (int method = 0; method < ChartTheme.METHODS; method++) {
        Ink ink = Ink.method(method);
        assertThat(contrast(theme.colour(ink.inside()), theme.fill(ink)))
            .as(theme + " number in mark " + method)
            .isGreaterThan(4.5);
      }
    }
  }

  @Test
  void printsBlackOnWhite() {
    assertThat(ChartTheme.PRINT.fill(Ink.method(3))).isEqualTo(Color.WHITE);
    assertThat(ChartTheme.PRINT.outline()).isEqualTo(Color.BLACK);
    assertThat(ChartTheme.PRINT.colour(Ink.method(3))).isEqualTo(Color.BLACK);
    assertThat(ChartTheme.css())
        .endsWith("}\n")
        .containsSubsequence("prefers-color-scheme:dark", "@media print");
  }
}
