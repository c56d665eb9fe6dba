package org.mtlbench.datasets.augmentation;

/**
 * The part of an image that is enlarged to the whole image's size.
 *
 * @param scale by which it is enlarged, at least 1
 * @param top first row
 * @param left first column
 * @param rows height, at least 1
 * @param columns width, at least 1
 * @param mirrored whether left and right change places
 */
record Crop(double scale, int top, int left, int rows, int columns, boolean mirrored) {}
