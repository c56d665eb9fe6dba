/** The dataset {@code houses-synthetic}: a drawn table with six tasks of different nature. */
package org.mtlbench.datasets.houses;
