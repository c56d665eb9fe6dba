package org.mtlbench.engine.library;

import java.util.Map;
import java.util.TreeMap;

/**
 * The content of a set, stored in it as {@code engine.json}.
 *
 * @param schema version of this format
 * @param version version of PyTorch with that of CUDA, for example {@code 2.5.1+cu124}
 * @param flavor DJL's name of the native interface: that of the release, with {@code -precxx11} for
 *     a PyTorch with the old C++ ABI
 * @param source where the set came from
 * @param libraries folder of the native libraries: {@code lib} in the set, or the absolute path of
 *     a linked PyTorch
 * @param files size and checksum of each file; paths are relative to the set, or absolute in a
 *     linked PyTorch
 */
record EngineManifest(
    int schema,
    String version,
    String flavor,
    String source,
    String libraries,
    Map<String, Content> files) {
  /** The version of this format. */
  static final int SCHEMA = 1;

  /** The name of the file in a set. */
  static final String FILE = "engine.json";

  /** Sorts a copy of the map. */
  EngineManifest {
    files = new TreeMap<>(files);
  }

  /**
   * The content of a file.
   *
   * @param size in bytes
   * @param sha256 SHA-256 in hexadecimal digits
   */
  record Content(long size, String sha256) {}
}
