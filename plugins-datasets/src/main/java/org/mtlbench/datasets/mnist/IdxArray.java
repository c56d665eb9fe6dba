package org.mtlbench.datasets.mnist;

/**
 * The content of an IDX file of unsigned bytes.
 *
 * @param data the elements in row-major order, the header left out
 * @param sha256 SHA-256 of the whole uncompressed content, header included
 */
public record IdxArray(byte[] data, String sha256) {}
