/**
 * The dataset {@code cifar10mnist}: digits of MNIST blended over images of CIFAR-10, with rotation
 * of training images.
 */
package org.mtlbench.datasets.cifar10mnist;
