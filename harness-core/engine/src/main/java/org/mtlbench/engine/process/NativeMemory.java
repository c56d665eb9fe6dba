package org.mtlbench.engine.process;

import java.util.Map;

/**
 * How a worker's C library keeps memory that tensors have freed. A training step allocates and
 * frees the same tensors again and again; glibc's defaults give large ones back to the system each
 * time and pay for it with page faults, up to an eighth of an epoch (docs/measurements.md). Other C
 * libraries do not know these variables. What the user has set stays.
 */
final class NativeMemory {
  private static final long KEEP = 8L << 30;
  private static final long GROW_BY = 64L << 20;

  private NativeMemory() {}

  static void keep(Map<String, String> environment) {
    // tensors of any size come from one heap, which only grows, in huge pages where there are any
    environment.putIfAbsent("MALLOC_ARENA_MAX", "1");
    environment.putIfAbsent("MALLOC_MMAP_MAX_", "0");
    environment.putIfAbsent("MALLOC_TRIM_THRESHOLD_", String.valueOf(KEEP));
    environment.putIfAbsent("MALLOC_TOP_PAD_", String.valueOf(GROW_BY));
    environment.putIfAbsent("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
  }
}
