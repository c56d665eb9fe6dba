/** The dataset {@code celeba}: face images with 40 attributes, one task each. */
package org.mtlbench.datasets.celeba;
