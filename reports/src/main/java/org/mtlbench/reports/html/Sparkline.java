package org.mtlbench.reports.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.tag;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A word-sized line chart, scaled to its own range. */
final class Sparkline {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 22;
  private static final int MARGIN = 2;
  private static final int MAX_POINTS = 60;

  private Sparkline() {}

  /**
   * Renders the curve; empty for fewer than two values. Long series are thinned out to keep the
   * page small.
   *
   * @param values finite values
   */
  static DomContent of(List<Double> values) {
    if (values.size() < 2) {
      return each();
    }
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    int points = Math.min(values.size(), MAX_POINTS);
    String path =
        IntStream.range(0, points)
            .mapToObj(
                i -> {
                  int index = (int) Math.round((double) i * (values.size() - 1) / (points - 1));
                  double share = high > low ? (values.get(index) - low) / (high - low) : 0.5;
                  return point((double) i / (points - 1), share);
                })
            .collect(Collectors.joining(" "));
    return tag("svg")
        .attr("class", "spark")
        .attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
        .attr("width", WIDTH)
        .attr("height", HEIGHT)
        .attr("role", "img")
        .attr("aria-label", "curve over " + values.size() + " epochs")
        .with(tag("polyline").attr("points", path));
  }

  private static String point(double right, double up) {
    return String.format(
        Locale.ROOT,
        "%.0f,%.1f",
        MARGIN + right * (WIDTH - 2 * MARGIN),
        HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN));
  }
}
