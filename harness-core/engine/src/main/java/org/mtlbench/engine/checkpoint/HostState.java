package org.mtlbench.engine.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of what a method registered, in the host's memory.
 *
 * @param tensors by name
 * @param numbers by name
 */
public record HostState(Map<String, HostTensor> tensors, Map<String, double[]> numbers) {
  /** Nothing. */
  public static final HostState NONE = new HostState(Map.of(), Map.of());

  /** Keeps copies of the maps. */
  public HostState {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }
}
