/**
 * The dataset {@code multidigits} and its synthetic variant: grids of 2 to 9 digits, one task per
 * digit.
 */
package org.mtlbench.datasets.multidigits;
