package org.mtlbench.engine.library;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Path;

/** SHA-256 of files. */
final class Checksum {
  private Checksum() {}

  /** SHA-256 of a file in hexadecimal digits. */
  static String of(Path file) throws IOException {
    return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
  }
}
