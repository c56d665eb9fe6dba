package org.mtlbench.datasets.cifar10;

import org.mtlbench.datasets.images.LabelledImages;

/**
 * CIFAR-10 in memory; one task with classes 0 to 9.
 *
 * @param train 50,000 images (32, 32, 3) in the files' order
 * @param test 10,000 images in the file's order
 */
public record Cifar10(LabelledImages train, LabelledImages test) {}
