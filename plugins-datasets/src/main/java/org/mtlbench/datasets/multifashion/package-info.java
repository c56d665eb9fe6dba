/**
 * The datasets {@code multifashion} and {@code multifashion-mnist}: two overlapping items of
 * Fashion-MNIST and MNIST per image.
 */
package org.mtlbench.datasets.multifashion;
