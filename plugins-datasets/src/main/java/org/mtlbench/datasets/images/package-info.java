/**
 * Datasets of byte images: their splits, normalisation and augmentation, and the cache of images
 * built once.
 */
package org.mtlbench.datasets.images;
