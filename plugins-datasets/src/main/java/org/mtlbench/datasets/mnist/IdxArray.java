package org.mtlbench.datasets.mnist;

/**
 * The content of an IDX file of unsigned bytes.
 *
 * @param data the elements in row-major order, without the header
 * @param sha256 SHA-256 of the uncompressed content, including the header
 */
public record IdxArray(byte[] data, String sha256) {}
