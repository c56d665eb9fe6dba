/**
 * The dataset {@code multimnist}: two overlapping digits in one picture, and the scaling of images
 * it needs.
 */
package org.mtlbench.datasets.multimnist;
