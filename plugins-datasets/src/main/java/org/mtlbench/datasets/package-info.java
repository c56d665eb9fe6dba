/** The bundle of datasets. */
package org.mtlbench.datasets;
