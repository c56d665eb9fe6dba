package org.mtlbench.api.dataset;

import java.nio.file.Path;

/**
 * Location of data, and permissions.
 *
 * @param root the data folder ({@code --data-dir})
 * @param cache a writable folder for derived arrays; created if necessary
 * @param allowUnverified whether files with a checksum other than the published one may be used
 */
public record DataAccess(Path root, Path cache, boolean allowUnverified) {}
