package org.mtlbench.engine.run;

import java.util.Map;

/**
 * How a worker's C library keeps memory that tensors have freed. A training step allocates and
 * frees the same tensors again and again; glibc's defaults may give them back to the system each
 * time and pay for it with page faults, up to an eighth of an epoch (docs/measurements.md). Other C
 * libraries do not know these variables. What the user has set stays.
 */
final class NativeMemory {
  /** The greatest that glibc accepts: larger tensors go back to the system at once. */
  private static final long OWN_MAPPING_FROM = 32L << 20;

  private static final long KEEP = 8L << 30;
  private static final long GROW_BY = 64L << 20;

  private NativeMemory() {}

  static void keep(Map<String, String> environment) {
    environment.putIfAbsent("MALLOC_MMAP_THRESHOLD_", String.valueOf(OWN_MAPPING_FROM));
    environment.putIfAbsent("MALLOC_TRIM_THRESHOLD_", String.valueOf(KEEP));
    environment.putIfAbsent("MALLOC_TOP_PAD_", String.valueOf(GROW_BY));
  }
}
