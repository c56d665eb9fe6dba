/** Downloads of the published source files, verified by checksum. */
package org.mtlbench.datasets.fetch;
