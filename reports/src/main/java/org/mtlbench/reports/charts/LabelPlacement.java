package org.mtlbench.reports.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.reports.plot.Canvas;
import org.mtlbench.reports.plot.Plot;

/** Finds positions for the labels of marks at which no label covers a mark or another label. */
final class LabelPlacement {
  private static final double GAP = 4;
  private static final double HEIGHT = 15;
  private static final double BASELINE = 11.5;

  private final Rectangle2D area;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /**
   * A label that was placed.
   *
   * @param anchor alignment of its text
   * @param x position of the text
   * @param y baseline of the text
   */
  record Place(Canvas.Anchor anchor, double x, double y) {}

  /** Creates the placement in an area that labels must not leave. */
  LabelPlacement(double left, double top, double right, double bottom) {
    this.area = new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  /** Reserves the space of a mark. */
  void mark(double x, double y) {
    double size = Plot.MARK;
    taken.add(new Rectangle2D.Double(x - size / 2, y - size / 2, size, size));
  }

  /** Places the label of the mark at a position; absent if there is no free space around it. */
  Optional<Place> label(double x, double y, double width) {
    double beside = Plot.MARK / 2 + GAP;
    double above = y - Plot.MARK / 2 - 2 - HEIGHT;
    double below = y + Plot.MARK / 2 + 2;
    double middle = y - HEIGHT / 2;
    List<Rectangle2D> candidates =
        List.of(
            box(x + beside, middle, width),
            box(x - beside - width, middle, width),
            box(x - width / 2, above, width),
            box(x - width / 2, below, width),
            box(x + beside - GAP, above + 3, width),
            box(x + beside - GAP, below - 3, width),
            box(x - beside + GAP - width, above + 3, width),
            box(x - beside + GAP - width, below - 3, width));
    for (Rectangle2D box : candidates) {
      if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
        taken.add(box);
        return Optional.of(
            new Place(
                Canvas.Anchor.MIDDLE, box.getCenterX(), box.getY() + BASELINE));
      }
    }
    return Optional.empty();
  }

  private static Rectangle2D box(double x, double y, double width) {
    return new Rectangle2D.Double(x, y, width, HEIGHT);
  }
}
