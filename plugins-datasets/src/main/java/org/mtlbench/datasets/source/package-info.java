/** The files a dataset is built from: whether they are there and have the published checksums. */
package org.mtlbench.datasets.source;
