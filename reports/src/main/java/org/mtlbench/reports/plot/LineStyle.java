package org.mtlbench.reports.plot;

import java.util.List;

/**
 * Width and dash pattern of a line.
 *
 * @param width in pixels
 * @param dashes alternating lengths of dashes and gaps in pixels; empty for a solid line
 */
public record LineStyle(double width, List<Integer> dashes) {
  public static final LineStyle THIN = new LineStyle(1, List.of());
  public static final LineStyle INTERVAL = new LineStyle(1.4, List.of());

  /** For reference lines, such as the constant predictor. */
  public static final LineStyle REFERENCE = new LineStyle(1.2, List.of(4, 4));

  /** For the most important of several lines. */
  public static final LineStyle BOLD = new LineStyle(2.6, List.of());

  private static final List<List<Integer>> DASHES =
      List.of(
          List.of(),
          List.of(8, 4),
          List.of(2, 3),
          List.of(10, 3, 2, 3),
          List.of(14, 4),
          List.of(6, 2, 2, 2, 2, 2));

  /** The dash pattern with an index, so that lines can be distinguished without colour. */
  public static LineStyle numbered(int number) {
    return new LineStyle(1.6, DASHES.get(number % DASHES.size()));
  }
}
