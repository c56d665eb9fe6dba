/**
 * Datasets of NumPy files, one per example and map: {@code nyuv2}, {@code cityscapes}, and {@code
 * arrays} for data of the user. Batches are read on access.
 */
package org.mtlbench.datasets.arrays;
