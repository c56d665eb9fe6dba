/**
 * Datasets that the program draws itself, without files: handwritten digits as strokes and textures
 * in place of photographs, combined into twins of MultiMNIST and Cifar10Mnist.
 */
package org.mtlbench.datasets.synthetic;
