package org.mtlbench.reports.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.run.RunRecord;

/**
 * Finds rows with an unusual optimiser. If the matrix has a {@code training} block, unusual is
 * every optimiser except Adam, which that block sets for all rows, nested configs included;
 * otherwise every optimiser that differs from the most frequent one of the run. Methods without the
 * config key {@code optimiser} are ignored.
 */
public final class Optimisers {
  private static final String KEY = "optimiser";
  private static final String SHARED = "adam";

  private final boolean sharedTraining;
  private final List<String> most;

  Optimisers(RunRecord run, List<SeedGroup> groups) {
    this.sharedTraining = run.matrix().path("training").isObject();
    Map<String, Long> uses =
        groups.stream()
            .flatMap(group -> optimiser(group).stream())
            .collect(
                Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()));
    long highest = uses.values().stream().mapToLong(Long::longValue).max().orElse(0);
    this.most = uses.keySet().stream().filter(name -> uses.get(name) == highest).toList();
  }

  /**
   * The note of a row, for example {@code optimiser: sgd} or {@code teacher.optimiser: sgd}; absent
   * for the usual optimiser.
   */
  public Optional<String> note(SeedGroup group) {
    if (sharedTraining) {
      List<String> others = new ArrayList<>();
      collectOthers("", group.cell().config().method(), others);
      return others.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", others));
    }
    return optimiser(group)
        .filter(name -> most.size() > 1 || !most.contains(name))
        .map(name -> KEY + ": " + name);
  }

  private static void collectOthers(String path, JsonNode config, List<String> into) {
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      JsonNode value = entry.getValue();
      if (entry.getKey().equals(KEY) && value.isTextual()) {
        if (!value.textValue().equals(SHARED)) {
          into.add(path + KEY + ": " + value.textValue());
        }
      } else {
        collectOthers(path + entry.getKey() + ".", value, into);
      }
    }
  }

  private static Optional<String> optimiser(SeedGroup group) {
    return Optional.of(group.cell().config().method().path(KEY).asText()).filter(n -> !n.isEmpty());
  }
}
