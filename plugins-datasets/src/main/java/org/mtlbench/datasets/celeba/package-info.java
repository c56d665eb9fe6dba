/** The dataset {@code celeba}: faces with 40 attributes, each a task. */
package org.mtlbench.datasets.celeba;
