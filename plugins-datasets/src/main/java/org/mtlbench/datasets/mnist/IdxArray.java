package org.mtlbench.datasets.mnist;

import org.mtlbench.datasets.source.ContentChecksums;

/**
 * The content of an IDX file of unsigned bytes.
 *
 * @param data the elements in row-major order, without the header
 * @param sums checksums of the uncompressed content, including the header
 */
public record IdxArray(byte[] data, ContentChecksums sums) {}
