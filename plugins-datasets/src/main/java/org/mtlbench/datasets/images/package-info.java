/**
 * Datasets of byte images: splits, normalisation, augmentation, and a cache of constructed images.
 */
package org.mtlbench.datasets.images;
