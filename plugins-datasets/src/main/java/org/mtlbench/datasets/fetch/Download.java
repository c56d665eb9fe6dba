package org.mtlbench.datasets.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to download.
 *
 * @param sources URIs of the file, in the order to try
 * @param sha256 SHA-256 of the file as transferred, lower-case hexadecimal
 * @param target target path; while incomplete, the file has the suffix .part
 */
record Download(List<URI> sources, String sha256, Path target) {
  Download {
    sources = List.copyOf(sources);
  }

  /** The partial file, which is kept after an interruption so that the download can be resumed. */
  Path part() {
    return target.resolveSibling(target.getFileName() + ".part");
  }
}
