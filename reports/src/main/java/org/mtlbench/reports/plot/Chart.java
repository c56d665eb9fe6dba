package org.mtlbench.reports.plot;

import java.util.function.Consumer;

/**
 * A chart, ready to be drawn.
 *
 * @param name of its files, without folder and extension
 * @param title a few words
 * @param description what it shows, in words: its accessible name
 * @param width in pixels
 * @param height in pixels
 * @param density pixels of its PNG image per pixel of its own along either axis, at least 1
 * @param drawing draws it on a canvas of its size, which shows the background of the theme
 */
public record Chart(
    String name,
    String title,
    String description,
    int width,
    int height,
    int density,
    Consumer<Canvas> drawing) {
  /** Density for print and high-resolution screens. */
  public static final int DENSE = 2;

  /** Density where there are many charts. */
  public static final int PLAIN = 1;
}
