package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Ranks;

/**
 * The mean over the tasks of a row's rank among the rows of its dataset that have all tasks, by
 * their means over seeds; none on datasets whose rows were not trained equally.
 */
final class MeanRanks {
  private final IdentityHashMap<SeedGroup, Double> ranks = new IdentityHashMap<>();
  private final Map<String, Integer> ranked = new HashMap<>();

  MeanRanks(Rows rows) {
    rows.groups().stream()
        .map(group -> group.cell().dataset())
        .distinct()
        .filter(rows.equalTraining()::holds)
        .forEach(dataset -> rank(rows, dataset));
  }

  private void rank(Rows rows, String dataset) {
    List<String> tasks = rows.tasks().of(dataset);
    List<SeedGroup> groups = new ArrayList<>();
    List<double[]> means = new ArrayList<>();
    for (SeedGroup group : rows.groups()) {
      Optional<double[]> own =
          group.cell().dataset().equals(dataset)
              ? SingleTask.means(group, tasks)
              : Optional.empty();
      if (own.isPresent() && !tasks.isEmpty()) {
        groups.add(group);
        means.add(own.get());
      }
    }
    double[][] byTask = new double[tasks.size()][groups.size()];
    for (int task = 0; task < tasks.size(); task++) {
      for (int group = 0; group < groups.size(); group++) {
        byTask[task][group] = means.get(group)[task];
      }
    }
    double[] mean = Ranks.mean(byTask, SingleTask.directions(tasks.size()));
    for (int group = 0; group < groups.size(); group++) {
      ranks.put(groups.get(group), mean[group]);
    }
    ranked.put(dataset, groups.size());
  }

  /** A row's mean rank, 1 for the best on every task; absent if it has none. */
  OptionalDouble of(SeedGroup group) {
    Double rank = ranks.get(group);
    return rank == null ? OptionalDouble.empty() : OptionalDouble.of(rank);
  }

  /** How many rows of each dataset are ranked. */
  int ranked(String dataset) {
    return ranked.getOrDefault(dataset, 0);
  }
}
