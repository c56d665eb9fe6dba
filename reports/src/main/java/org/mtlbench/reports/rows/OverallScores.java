package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.run.TaskMetric;
import org.mtlbench.reports.statistics.CriticalDifference;
import org.mtlbench.reports.statistics.DeltaM;
import org.mtlbench.reports.statistics.RunScores;
import org.mtlbench.results.score.TaskRecord;

/**
 * The methods of a run over all its datasets and architectures. A block is an architecture on a
 * dataset with equal training and a single-task reference; each of its tasks is a stratum. The
 * score of a seed is its primary metric relative to single-task learning in percent: 100 plus the
 * change of {@link DeltaM}, so 100 is as good as the reference and higher is better. Only methods
 * with a result in every block are compared, since blocks differ in difficulty.
 */
public final class OverallScores {
  /** A block. */
  private record Block(String dataset, String architecture) {}

  /**
   * A method that has results in all blocks.
   *
   * @param name its label, with the preference vector if the label occurs twice in a block
   * @param label its label
   * @param singleTask whether it is the reference itself
   * @param scores scores of its seeds by task, in percent of the reference
   * @param runs number of its cells
   * @param headlines its mean headline in each block, in displayed units, signed so that higher is
   *     better
   * @param ids the ids of its cells
   */
  public record Method(
      String name,
      String label,
      boolean singleTask,
      RunScores scores,
      int runs,
      List<Double> headlines,
      List<String> ids) {
    /** Makes defensive copies of the lists. */
    public Method {
      headlines = List.copyOf(headlines);
      ids = List.copyOf(ids);
    }
  }

  private final List<Method> methods = new ArrayList<>();
  private final Set<Block> blocks = new LinkedHashSet<>();
  private final Set<String> incomplete = new LinkedHashSet<>();
  private int strata;

  /** Collects the scores of a run. */
  public OverallScores(Rows rows) {
    Map<String, Map<Block, SeedGroup>> byName = new LinkedHashMap<>();
    Set<String> ambiguous = ambiguous(rows);
    for (SeedGroup group : rows.groups()) {
      Block block = new Block(group.cell().dataset(), group.cell().architecture());
      boolean comparable =
          rows.equalTraining().isComparable(block.dataset())
              && rows.reference(group).isPresent()
              && !rows.tasks(block.dataset()).isEmpty();
      String label = group.cell().label();
      String name =
          ambiguous.contains(label)
              ? (label + " " + group.preference() + " " + rows.differences().of(group)).strip()
              : label;
      if (comparable) {
        blocks.add(block);
        byName.computeIfAbsent(name, n -> new HashMap<>()).put(block, group);
      }
    }
    byName.forEach(
        (name, groups) ->
            method(name, groups, rows).ifPresentOrElse(methods::add, () -> incomplete.add(name)));
    strata = methods.isEmpty() ? 0 : methods.get(0).scores().strata().size();
  }

  /** Labels that occur twice in a block. */
  private static Set<String> ambiguous(Rows rows) {
    Set<List<String>> seen = new LinkedHashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    for (SeedGroup group : rows.groups()) {
      String label = group.cell().label();
      if (!seen.add(List.of(group.cell().dataset(), group.cell().architecture(), label))) {
        twice.add(label);
      }
    }
    return twice;
  }

  private Optional<Method> method(String name, Map<Block, SeedGroup> groups, Rows rows) {
    List<double[]> scores = new ArrayList<>();
    List<Double> headlines = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int runs = 0;
    for (Block block : blocks) {
      SeedGroup group = groups.get(block);
      if (group == null || rows.headline(group).isEmpty()) {
        return Optional.empty();
      }
      Map<String, Double> reference =
          SingleTask.means(rows.reference(group).orElseThrow(), group.tasks());
      for (TaskRecord task : group.tasks()) {
        double[] relative = relative(group, task, reference.get(task.name()));
        if (relative.length == 0) {
          return Optional.empty();
        }
        scores.add(relative);
      }
      headlines.add(rows.headlineOf(group).sign() * rows.headline(group).orElseThrow().mean());
      ids.addAll(group.ids());
      runs += group.results().size();
    }
    SeedGroup first = groups.values().iterator().next();
    return Optional.of(
        new Method(
            name,
            first.cell().label(),
            first.isSingleTask(),
            new RunScores(scores),
            runs,
            headlines,
            ids));
  }

  private static double[] relative(SeedGroup group, TaskRecord task, Double reference) {
    return group.bySeed(TaskMetric.primary(task)::test).values().stream()
        .map(
            value ->
                Optional.ofNullable(reference)
                    .flatMap(known -> DeltaM.percent(task.primary(), value, known))
                    .orElse(null))
        .filter(Objects::nonNull)
        .mapToDouble(change -> 100 + change)
        .toArray();
  }

  /** The methods in the order of the plan. */
  public List<Method> methods() {
    return List.copyOf(methods);
  }

  /** The names of methods that lack a result in some block. */
  public Set<String> incomplete() {
    return Set.copyOf(incomplete);
  }

  /** The number of blocks. */
  public int blocks() {
    return blocks.size();
  }

  /** The number of tasks over all blocks. */
  public int strata() {
    return strata;
  }

  /** The reference among the methods. */
  public Optional<Method> reference() {
    return methods.stream().filter(Method::singleTask).findFirst();
  }

  /**
   * Whether there is something to combine: at least two methods, and several blocks or several
   * seeds.
   */
  public boolean isDefined() {
    return methods.size() > 1
        && (blocks.size() > 1
            || methods.stream().anyMatch(method -> method.runs() > blocks.size()));
  }

  /** The comparison by ranks; absent with fewer than five blocks. Seeds are never blocks. */
  public Optional<CriticalDifference> criticalDifference() {
    if (blocks.size() < CriticalDifference.MIN_BLOCKS || methods.size() < 2) {
      return Optional.empty();
    }
    double[][] values = new double[blocks.size()][methods.size()];
    for (int block = 0; block < values.length; block++) {
      int row = block;
      Arrays.setAll(values[block], method -> methods.get(method).headlines().get(row));
    }
    return Optional.of(CriticalDifference.of(values));
  }
}
