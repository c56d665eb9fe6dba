package org.mtlbench.datasets.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * One file to be had.
 *
 * @param sources where it is, in the order in which to try
 * @param sha256 SHA-256 of the file as transferred, lower-case hexadecimal
 * @param target where it goes; while incomplete it has .part added to its name
 */
record Download(List<URI> sources, String sha256, Path target) {
  Download {
    sources = List.copyOf(sources);
  }

  /**
   * Where the bytes gather; left there when a download is cut off, so that the next one goes on.
   */
  Path part() {
    return target.resolveSibling(target.getFileName() + ".part");
  }
}
