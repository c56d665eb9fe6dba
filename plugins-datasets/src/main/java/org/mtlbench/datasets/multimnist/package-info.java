/**
 * The dataset {@code multimnist}: two overlapping digits per image, and the image scaling it needs.
 */
package org.mtlbench.datasets.multimnist;
