package org.mtlbench.reports.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How pictures look. The colours are those of Okabe and Ito (Color Universal Design, 2008), which
 * people with any colour vision tell apart; yellow is left out, since it fades on white. Each
 * series has a marker and a line style too, so that a print in black and white can be read.
 */
final class Look {
  /** For what stands beside the series: intervals, borders, what is grouped. */
  static final Color GREY = new Color(0x6b6b6b);

  static final Color INK = new Color(0x22, 0x22, 0x22);
  private static final Color GRID = new Color(0xdd, 0xdd, 0xdd);
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072b2),
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xcc79a7),
          new Color(0xe69f00),
          new Color(0x56b4e9),
          new Color(0x000000));
  private static final List<Integer> LIGHT_AND_DARK = List.of(0, 4, 2, 3, 1, 5, 6);
  // Seven colours and six markers: 42 series before a pair comes back.
  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          new Ring(-2));
  private static final List<float[]> DASHES =
      List.of(new float[] {}, new float[] {7, 4}, new float[] {2, 3}, new float[] {9, 3, 2, 3});
  private static final String TICKS = "#0.####";
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private Look() {}

  static Color colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }

  /** For areas: neighbours differ in lightness too. */
  static Color area(int series) {
    return colour(LIGHT_AND_DARK.get(series % LIGHT_AND_DARK.size()));
  }

  static Marker marker(int series) {
    return MARKERS.get(series % MARKERS.size());
  }

  /** A line in the style of a series. */
  static BasicStroke line(int series) {
    return stroke(1.8f, DASHES.get(series % DASHES.size()));
  }

  /** A thin line; dashed if dashes are given. */
  static BasicStroke thin(float... dashes) {
    return stroke(1, dashes);
  }

  private static BasicStroke stroke(float width, float... dashes) {
    return dashes.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes.clone(), 0);
  }

  /** Dresses a chart. */
  static void dress(AxesChartStyler style) {
    style.setLocale(Locale.ROOT);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderColor(GRID);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(thin());
    style.setChartFontColor(INK);
    style.setChartTitleVisible(false);
    style.setChartPadding(12);
    style.setLegendFont(TEXT);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendBackgroundColor(Color.WHITE);
    style.setLegendPosition(Styler.LegendPosition.OutsideE);
    style.setAxisTitleFont(TEXT);
    style.setXAxisTitleColor(INK);
    style.setYAxisTitleColor(INK);
    style.setAxisTickLabelsFont(SMALL);
    style.setAxisTickLabelsColor(INK);
    style.setAxisTickMarksColor(GRID);
    style.setErrorBarsColor(INK);
    style.setXAxisDecimalPattern(TICKS);
    style.setYAxisDecimalPattern(TICKS);
    style.setMarkerSize(10);
    style.setPlotContentSize(0.94);
    style.setAnnotationLineColor(GREY);
    style.setAnnotationLineStroke(thin(3, 3));
    style.setAnnotationTextFont(SMALL);
    style.setAnnotationTextFontColor(INK);
    style.setAntiAlias(true);
  }
}
