package org.mtlbench.api.dataset;

import java.nio.file.Path;

/**
 * Where data lives and what the user permits.
 *
 * @param root the data folder ({@code --data-dir})
 * @param cache a writable folder for derived arrays; made when needed
 * @param allowUnverified whether files whose checksum differs from the published one may be used
 */
public record DataAccess(Path root, Path cache, boolean allowUnverified) {}
