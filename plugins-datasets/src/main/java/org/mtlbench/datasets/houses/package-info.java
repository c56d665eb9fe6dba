/** The dataset {@code houses-synthetic}: a generated table with six tasks of different kinds. */
package org.mtlbench.datasets.houses;
