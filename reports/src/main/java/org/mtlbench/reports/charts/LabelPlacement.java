package org.mtlbench.reports.charts;

import java.awt.geom.Line2D;
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
  private static final double[] DISTANCES = {20, 32, 46, 62};
  private static final int DIRECTIONS = 16;

  private final Rectangle2D area;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /**
   * A label that was placed.
   *
   * @param anchor alignment of its text
   * @param x position of the text
   * @param y baseline of the text
   * @param leader line from the mark to a label that is not next to it
   */
  record Position(Canvas.Anchor anchor, double x, double y, Optional<Line2D> leader) {}

  /** Creates the placement in an area that labels must not leave. */
  LabelPlacement(double left, double top, double right, double bottom) {
    this.area = new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  /** Reserves the space of a mark. */
  void mark(double x, double y) {
    double size = Plot.MARK;
    taken.add(new Rectangle2D.Double(x - size / 2, y - size / 2, size, size));
  }

  /**
   * Reserves the space of a line of horizontal and vertical pieces.
   *
   * @param points x and y coordinates in turn
   */
  void line(double... points) {
    for (int i = 3; i < points.length; i += 2) {
      double left = Math.min(points[i - 3], points[i - 1]);
      double top = Math.min(points[i - 2], points[i]);
      taken.add(
          new Rectangle2D.Double(
              left - 1,
              top - 1,
              Math.abs(points[i - 1] - points[i - 3]) + 2,
              Math.abs(points[i] - points[i - 2]) + 2));
    }
  }

  /**
   * Places the label of the mark at a position: next to it, or further away with a line to it;
   * absent if there is no free space.
   */
  Optional<Position> label(double x, double y, double width) {
    double beside = Plot.MARK / 2 + GAP;
    double above = y - Plot.MARK / 2 - 2 - HEIGHT;
    double below = y + Plot.MARK / 2 + 2;
    double middle = y - HEIGHT / 2;
    double corner = beside - 2 * GAP;
    List<Candidate> candidates =
        List.of(
            new Candidate(Canvas.Anchor.START, x + beside, middle),
            new Candidate(Canvas.Anchor.END, x - beside, middle),
            new Candidate(Canvas.Anchor.MIDDLE, x, above),
            new Candidate(Canvas.Anchor.MIDDLE, x, below),
            new Candidate(Canvas.Anchor.START, x + corner, above + 1),
            new Candidate(Canvas.Anchor.START, x + corner, below - 1),
            new Candidate(Canvas.Anchor.END, x - corner, above + 1),
            new Candidate(Canvas.Anchor.END, x - corner, below - 1));
    for (Candidate candidate : candidates) {
      Rectangle2D box = candidate.box(width);
      if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
        taken.add(box);
        return Optional.of(
            new Position(
                candidate.anchor(), candidate.x(), candidate.y() + BASELINE, Optional.empty()));
      }
    }
    return distant(x, y, width);
  }

  private Optional<Position> distant(double x, double y, double width) {
    List<Rectangle2D> others = taken.stream().filter(box -> !box.contains(x, y)).toList();
    for (double distance : DISTANCES) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        Line2D leader =
            new Line2D.Double(
                x + Plot.MARK / 2 * Math.cos(angle),
                y + Plot.MARK / 2 * Math.sin(angle),
                x + distance * Math.cos(angle),
                y + distance * Math.sin(angle));
        Candidate candidate = atEnd(leader, angle);
        Rectangle2D box = candidate.box(width);
        if (area.contains(box)
            && taken.stream().noneMatch(box::intersects)
            && others.stream().noneMatch(leader::intersects)) {
          taken.add(box);
          taken.add(leader.getBounds2D());
          return Optional.of(
              new Position(
                  candidate.anchor(),
                  candidate.x(),
                  candidate.y() + BASELINE,
                  Optional.of(leader)));
        }
      }
    }
    return Optional.empty();
  }

  /** The place of a label at the end of a line with a direction. */
  private static Candidate atEnd(Line2D leader, double angle) {
    double across = Math.cos(angle);
    double down = Math.sin(angle);
    if (Math.abs(across) < 0.5) {
      return new Candidate(
          Canvas.Anchor.MIDDLE,
          leader.getX2(),
          down > 0 ? leader.getY2() : leader.getY2() - HEIGHT);
    }
    return new Candidate(
        across > 0 ? Canvas.Anchor.START : Canvas.Anchor.END,
        leader.getX2() + Math.copySign(2, across),
        leader.getY2() - HEIGHT / 2);
  }

  /** A possible place: the position of the text and the top of its box. */
  private record Candidate(Canvas.Anchor anchor, double x, double y) {
    Rectangle2D box(double width) {
      double left =
          switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
          };
      return new Rectangle2D.Double(left, y, width, HEIGHT);
    }
  }
}
