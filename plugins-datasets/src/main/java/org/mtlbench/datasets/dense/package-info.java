/**
 * Datasets with a label for every pixel: their tensors, and random scaling, cropping and mirroring
 * of images together with their labels.
 */
package org.mtlbench.datasets.dense;
