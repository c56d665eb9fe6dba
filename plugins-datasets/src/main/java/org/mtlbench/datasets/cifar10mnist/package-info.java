/**
 * The dataset {@code cifar10mnist}: digits of MNIST blended over pictures of CIFAR-10, with
 * rotation of training pictures.
 */
package org.mtlbench.datasets.cifar10mnist;
