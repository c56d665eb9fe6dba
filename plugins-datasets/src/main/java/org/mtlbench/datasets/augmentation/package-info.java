/**
 * Random augmentation of batches of images together with dense labels: scaling, cropping, shifting
 * and mirroring with tensor operations.
 */
package org.mtlbench.datasets.augmentation;
