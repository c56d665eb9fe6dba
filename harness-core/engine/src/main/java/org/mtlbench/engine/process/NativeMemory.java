package org.mtlbench.engine.process;

import java.util.Map;

/**
 * Configures how a worker's C library keeps memory that tensors have freed. A training step
 * allocates and frees the same tensors repeatedly; with glibc's defaults large ones are returned to
 * the system each time, and the page faults take up to an eighth of an epoch
 * (docs/measurements.md). Other C libraries ignore these variables. Variables set by the user are
 * kept.
 */
final class NativeMemory {
  private static final long KEEP = 8L << 30;
  private static final long GROW_BY = 64L << 20;

  private NativeMemory() {}

  static void keep(Map<String, String> environment) {
    // Tensors of any size come from one heap, which only grows, in huge pages if available.
    environment.putIfAbsent("MALLOC_ARENA_MAX", "1");
    environment.putIfAbsent("MALLOC_MMAP_MAX_", "0");
    environment.putIfAbsent("MALLOC_TRIM_THRESHOLD_", String.valueOf(KEEP));
    environment.putIfAbsent("MALLOC_TOP_PAD_", String.valueOf(GROW_BY));
    environment.putIfAbsent("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
  }
}
