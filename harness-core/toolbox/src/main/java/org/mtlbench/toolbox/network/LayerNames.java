package org.mtlbench.toolbox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.api.layer.LayerSpec;

/**
 * Names of layers with weights: the kind, numbered from 1 where a kind occurs more than once, as in
 * {@code conv1}, {@code conv2}, {@code linear}.
 */
final class LayerNames {
  private LayerNames() {}

  /** One name a layer; empty for layers without weights. */
  static List<String> of(List<LayerSpec> specs) {
    List<String> kinds = specs.stream().map(s -> kind(s).orElse("")).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      String kind = kinds.get(i);
      boolean numbered = !kind.isEmpty() && count(kinds, kind) > 1;
      names.add(numbered ? kind + (count(kinds.subList(0, i), kind) + 1) : kind);
    }
    return names;
  }

  private static Optional<String> kind(LayerSpec spec) {
    if (spec instanceof LayerSpec.Convolution) {
      return Optional.of("conv");
    }
    if (spec instanceof LayerSpec.Linear) {
      return Optional.of("linear");
    }
    if (spec instanceof LayerSpec.BatchNorm) {
      return Optional.of("norm");
    }
    return Optional.empty();
  }

  private static long count(List<String> kinds, String kind) {
    return kinds.stream().filter(k -> Objects.equals(k, kind)).count();
  }
}
