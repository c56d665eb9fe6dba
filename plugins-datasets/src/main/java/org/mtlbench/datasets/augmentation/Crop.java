package org.mtlbench.datasets.augmentation;

/**
 * A region of an image that is scaled to the size of the image.
 *
 * @param scale scale factor, at least 1
 * @param top first row
 * @param left first column
 * @param rows height, at least 1
 * @param columns width, at least 1
 * @param mirrored whether the image is mirrored horizontally
 */
record Crop(double scale, int top, int left, int rows, int columns, boolean mirrored) {}
