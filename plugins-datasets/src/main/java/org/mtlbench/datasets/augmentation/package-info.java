/**
 * Random changes of batches of images, together with the labels that belong to their pixels:
 * scaling, cropping, shifting and mirroring by tensor operations.
 */
package org.mtlbench.datasets.augmentation;
