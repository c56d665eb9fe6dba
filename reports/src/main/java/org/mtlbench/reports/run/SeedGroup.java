package org.mtlbench.reports.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.results.run.CellConfig;
import org.mtlbench.results.run.MethodRecord;
import org.mtlbench.results.run.MethodRole;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.TaskRecord;

/**
 * Cells that differ only in the seed: same dataset, architecture, method, label and configurations.
 * Every table has one row per group.
 *
 * @param outcomes at least one, in the order of the plan
 * @param method metadata of the method
 * @param tasks tasks of the dataset, in order; empty if it has no result
 */
public record SeedGroup(List<Outcome> outcomes, MethodRecord method, List<TaskRecord> tasks) {
  /** Makes defensive copies of the lists. */
  public SeedGroup {
    outcomes = List.copyOf(outcomes);
    tasks = List.copyOf(tasks);
  }

  private record Key(
      String dataset, String architecture, String method, String label, CellConfig config) {
    static Key of(PlannedCell cell) {
      return new Key(
          cell.dataset(), cell.architecture(), cell.method(), cell.label(), cell.config());
    }
  }

  /**
   * The groups of a run, ordered by dataset, architecture and method; each in the order of its
   * first occurrence in the plan.
   */
  public static List<SeedGroup> of(RunResults results) {
    Map<String, List<TaskRecord>> tasks = results.tasksByDataset();
    Map<String, Map<String, Map<Key, List<Outcome>>>> groups = new LinkedHashMap<>();
    for (Outcome outcome : results.outcomes()) {
      PlannedCell cell = outcome.cell();
      groups
          .computeIfAbsent(cell.dataset(), dataset -> new LinkedHashMap<>())
          .computeIfAbsent(cell.architecture(), architecture -> new LinkedHashMap<>())
          .computeIfAbsent(Key.of(cell), key -> new ArrayList<>())
          .add(outcome);
    }
    return groups.values().stream()
        .flatMap(architectures -> architectures.values().stream())
        .flatMap(methods -> methods.values().stream())
        .map(
            cells -> {
              PlannedCell cell = cells.get(0).cell();
              return new SeedGroup(
                  cells,
                  results.run().method(cell.method()),
                  tasks.getOrDefault(cell.dataset(), List.of()));
            })
        .toList();
  }

  /** The first cell of the group. */
  public PlannedCell cell() {
    return outcomes.get(0).cell();
  }

  /** The preference vector as text: {@code (0.1, 0.9)}; empty for methods without one. */
  public String preference() {
    return preference(method, cell().config().method());
  }

  /** Whether the group is single-task learning, the reference of multi-task learning. */
  public boolean isSingleTask() {
    return method.has(MethodRole.SINGLE_TASK_BASELINE);
  }

  /** The ids of the cells. */
  public List<String> ids() {
    return outcomes.stream().map(outcome -> outcome.cell().id()).toList();
  }

  /** The records of the cells that are done. */
  public List<CellRecord> results() {
    return outcomes.stream().flatMap(outcome -> outcome.result().stream()).toList();
  }

  /**
   * The value of a measure by seed, for the finished seeds that have it, in the order of the plan.
   */
  public Map<Long, Double> bySeed(Function<CellRecord, Optional<Double>> measure) {
    Map<Long, Double> values = new LinkedHashMap<>();
    for (CellRecord cell : results()) {
      measure.apply(cell).ifPresent(value -> values.put(cell.seed(), value));
    }
    return values;
  }

  /**
   * The summary of a measure over the finished seeds that have it; absent if there are none.
   *
   * @param measure see {@link Measures}
   */
  public Optional<Summary> summary(Function<CellRecord, Optional<Double>> measure) {
    double[] values =
        results().stream()
            .flatMap(cell -> measure.apply(cell).stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    return values.length == 0 ? Optional.empty() : Optional.of(Summary.of(values));
  }

  /** The flags of any of its cells. */
  public Set<Flag> flags() {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Outcome outcome : outcomes) {
      if (outcome.record().isEmpty()) {
        flags.add(Flag.MISSING);
      } else {
        CellRecord cell = outcome.record().get();
        status(cell).ifPresent(flags::add);
        flags.addAll(flags(cell.flags()));
        if (!Collapse.of(cell, tasks).isEmpty()) {
          flags.add(Flag.COLLAPSED);
        }
      }
    }
    return flags;
  }

  /** The flags of the finished seeds. */
  public Set<Flag> resultFlags() {
    Set<Flag> flags = flags();
    flags.retainAll(Flag.OF_RESULTS);
    return flags;
  }

  private static Optional<Flag> status(CellRecord cell) {
    return switch (cell.status()) {
      case DONE -> Optional.empty();
      case FAILED -> Optional.of(Flag.FAILED);
      case DIVERGED -> Optional.of(Flag.DIVERGED);
      case TIMEOUT -> Optional.of(Flag.TIMEOUT);
    };
  }

  private static Set<Flag> flags(FlagsRecord record) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (record.syntheticData()) {
      flags.add(Flag.SYNTHETIC_DATA);
    }
    if (record.unverifiedData()) {
      flags.add(Flag.UNVERIFIED_DATA);
    }
    if (record.budget() != 1) {
      flags.add(record.budget() < 1 ? Flag.REDUCED_BUDGET : Flag.EXTENDED_BUDGET);
    }
    return flags;
  }

  /**
   * The preference vector of a method: {@code (0.1, 0.9)}; empty if its config has no list of
   * numbers under the method's preference key.
   */
  public static String preference(MethodRecord method, JsonNode config) {
    JsonNode k = method.preferenceKey().map(config::path).orElseGet(MissingNode::getInstance);
    if (!k.isArray() || k.isEmpty()) {
      return "";
    }
    StringJoiner text = new StringJoiner(", ", "(", ")");
    for (JsonNode entry : k) {
      if (!entry.isNumber()) {
        return "";
      }
      BigDecimal value = entry.decimalValue();
      text.add(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }
    return text.toString();
  }
}
