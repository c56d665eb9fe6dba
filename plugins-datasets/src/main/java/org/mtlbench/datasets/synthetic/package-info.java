/**
 * Synthetic datasets, which need no files: handwritten digits from strokes, and textures in place
 * of photographs, combined into variants of MultiMNIST and Cifar10Mnist.
 */
package org.mtlbench.datasets.synthetic;
