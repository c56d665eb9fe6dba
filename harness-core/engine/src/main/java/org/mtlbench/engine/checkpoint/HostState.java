package org.mtlbench.engine.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state registered by a method, in host memory.
 *
 * @param tensors tensors by name
 * @param numbers numbers by name
 */
public record HostState(Map<String, HostTensor> tensors, Map<String, double[]> numbers) {
  /** Empty state. */
  public static final HostState NONE = new HostState(Map.of(), Map.of());

  /** Makes defensive copies of the maps. */
  public HostState {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }
}
