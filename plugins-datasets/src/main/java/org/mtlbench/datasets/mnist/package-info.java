/** Reading MNIST from its IDX files. */
package org.mtlbench.datasets.mnist;
