package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Direction;
import org.mtlbench.reports.statistics.Ranks;
import org.mtlbench.results.score.TaskRecord;

/**
 * The mean rank of a row over the tasks, among the rows of its dataset that have all tasks. Ranks
 * are by the means over seeds of the primary metrics; undefined for datasets whose rows were not
 * trained equally.
 */
public final class MeanRanks {
  private final IdentityHashMap<SeedGroup, Double> ranks = new IdentityHashMap<>();
  private final Map<String, Integer> ranked = new HashMap<>();

  /** Ranks the rows of a run. */
  public MeanRanks(Rows rows) {
    rows.groups().stream()
        .map(group -> group.cell().dataset())
        .distinct()
        .filter(rows.equalTraining()::isComparable)
        .forEach(dataset -> rank(rows, dataset));
  }

  private void rank(Rows rows, String dataset) {
    List<TaskRecord> tasks = rows.tasks().of(dataset);
    List<SeedGroup> groups = new ArrayList<>();
    List<Map<String, Double>> means = new ArrayList<>();
    for (SeedGroup group : rows.groups()) {
      if (group.cell().dataset().equals(dataset) && !tasks.isEmpty()) {
        Map<String, Double> own = SingleTask.means(group, tasks);
        if (own.size() == tasks.size()) {
          groups.add(group);
          means.add(own);
        }
      }
    }
    double[][] byTask =
        tasks.stream()
            .map(task -> means.stream().mapToDouble(own -> own.get(task.name())).toArray())
            .toArray(double[][]::new);
    Direction[] directions =
        tasks.stream()
            .map(task -> task.primary().higherIsBetter())
            .map(higher -> higher ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER)
            .toArray(Direction[]::new);
    double[] mean = Ranks.mean(byTask, directions);
    for (int group = 0; group < groups.size(); group++) {
      ranks.put(groups.get(group), mean[group]);
    }
    ranked.put(dataset, groups.size());
  }

  /** The mean rank of a row, 1 if it is the best on every task; absent if it has none. */
  public OptionalDouble of(SeedGroup group) {
    Double rank = ranks.get(group);
    return rank == null ? OptionalDouble.empty() : OptionalDouble.of(rank);
  }

  /** The number of ranked rows of a dataset. */
  public int ranked(String dataset) {
    return ranked.getOrDefault(dataset, 0);
  }
}
