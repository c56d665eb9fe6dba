package org.mtlbench.reports.plot;

import java.util.function.Consumer;

/**
 * A chart that is ready to be drawn.
 *
 * @param name file name without folder and extension
 * @param title short title
 * @param description text alternative for screen readers
 * @param width width in pixels
 * @param height height in pixels
 * @param density scale of the PNG image, at least 1
 * @param drawing draws the chart on a canvas of its size
 */
public record Chart(
    String name,
    String title,
    String description,
    int width,
    int height,
    int density,
    Consumer<Canvas> drawing) {
  /** Scale for print and high-resolution screens. */
  public static final int DENSE = 2;

  /** Scale where there are many charts. */
  public static final int PLAIN = 1;
}
