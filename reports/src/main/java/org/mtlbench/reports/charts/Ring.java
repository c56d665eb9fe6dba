package org.mtlbench.reports.charts;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A circle around a point, so that the point's own mark still shows. */
final class Ring extends Marker {
  private static final BasicStroke LINE = new BasicStroke(2);

  private final int growth;

  /** A ring that is larger than other marks by so many pixels. */
  Ring(int growth) {
    this.growth = growth;
  }

  @Override
  public void paint(Graphics2D canvas, double x, double y, int size) {
    double diameter = size + growth;
    canvas.setStroke(LINE);
    canvas.draw(new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter));
  }
}
