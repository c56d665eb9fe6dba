package org.mtlbench.reports.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.run.PlannedCell;

/** Distinguishes rows that have the same dataset, architecture, label and preference vector. */
public final class ConfigDifference {
  private final Map<List<String>, List<PlannedCell>> alike = new HashMap<>();

  ConfigDifference(List<SeedGroup> groups) {
    for (SeedGroup group : groups) {
      alike.computeIfAbsent(displayKey(group), ignored -> new ArrayList<>()).add(group.cell());
    }
  }

  /**
   * The config entries in which a row differs from the others of the same dataset, architecture,
   * label and preference vector.
   *
   * @return for example {@code method learning-rate=0.01}; empty if there are no such rows
   */
  public String of(SeedGroup group) {
    List<PlannedCell> others = alike.getOrDefault(displayKey(group), List.of());
    return others.size() < 2 ? "" : between(group.cell(), others);
  }

  /** The config entries that are not the same in a cell and all of the others. */
  public static String between(PlannedCell cell, List<PlannedCell> others) {
    List<String> entries = new ArrayList<>();
    if (others.stream().anyMatch(other -> !other.method().equals(cell.method()))) {
      entries.add("method " + cell.method());
    }
    compare("method", other -> other.config().method(), cell, others, entries);
    compare("dataset", other -> other.config().dataset(), cell, others, entries);
    compare("architecture", other -> other.config().architecture(), cell, others, entries);
    return String.join(", ", entries);
  }

  private static List<String> displayKey(SeedGroup group) {
    PlannedCell cell = group.cell();
    return List.of(cell.dataset(), cell.architecture(), cell.label(), group.preference());
  }

  private static void compare(
      String part,
      Function<PlannedCell, JsonNode> config,
      PlannedCell cell,
      List<PlannedCell> others,
      List<String> entries) {
    Set<String> keys = new TreeSet<>();
    others.forEach(other -> config.apply(other).fieldNames().forEachRemaining(keys::add));
    config.apply(cell).fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      JsonNode own = config.apply(cell).path(key);
      Set<JsonNode> values = new HashSet<>();
      others.forEach(other -> values.add(config.apply(other).path(key)));
      values.add(own);
      if (values.size() > 1) {
        entries.add(
            part + " " + key + "=" + (own.isMissingNode() ? "(none)" : NumberFormats.value(own)));
      }
    }
  }
}
