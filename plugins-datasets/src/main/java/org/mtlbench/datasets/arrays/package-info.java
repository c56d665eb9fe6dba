/**
 * Datasets of NumPy files, one for each example and map: {@code nyuv2}, {@code cityscapes}, and
 * {@code arrays} for the user's own. Batches are read when they are asked for.
 */
package org.mtlbench.datasets.arrays;
