package org.mtlbench.reports.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.reports.run.SeedGroup;

/**
 * Rows whose optimiser is not that of most rows of the run. Methods whose configuration has no key
 * {@code optimiser} have no say.
 */
final class Optimisers {
  private static final String KEY = "optimiser";

  private final List<String> most;

  Optimisers(List<SeedGroup> groups) {
    Map<String, Long> uses =
        groups.stream()
            .flatMap(group -> optimiser(group).stream())
            .collect(
                Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()));
    long highest = uses.values().stream().mapToLong(Long::longValue).max().orElse(0);
    this.most = uses.keySet().stream().filter(name -> uses.get(name) == highest).toList();
  }

  /** The note of a row, {@code optimiser: sgd}; absent for the usual optimiser. */
  Optional<String> note(SeedGroup group) {
    return optimiser(group)
        .filter(name -> most.size() > 1 || !most.contains(name))
        .map(name -> KEY + ": " + name);
  }

  private static Optional<String> optimiser(SeedGroup group) {
    return Optional.of(group.cell().config().method().path(KEY).asText()).filter(n -> !n.isEmpty());
  }
}
