/** The source files of datasets: existence and checksums. */
package org.mtlbench.datasets.source;
