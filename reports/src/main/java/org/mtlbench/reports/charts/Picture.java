package org.mtlbench.reports.charts;

import java.awt.Graphics2D;

/**
 * Something to draw.
 *
 * @param name of its files, without folder and extension
 * @param title a few words
 * @param description what it shows, in words, for who cannot see it
 * @param width in pixels
 * @param height in pixels
 * @param density pixels of its PNG image for each of its own along either axis, at least 1
 * @param drawing draws it
 */
public record Picture(
    String name,
    String title,
    String description,
    int width,
    int height,
    int density,
    Drawing drawing) {
  /** For print and dense screens. */
  public static final int DENSE = 2;

  /** Where there are many of them. */
  public static final int PLAIN = 1;

  /** Draws on a canvas of the picture's size. */
  @FunctionalInterface
  public interface Drawing {
    /** Draws; the canvas is white and its state may be changed. */
    void on(Graphics2D canvas);
  }
}
