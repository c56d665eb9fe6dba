package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;

/**
 * Finds the best mean test accuracy of multi-task rows of a dataset, and of a dataset and
 * architecture. Rows that tie are all best; a row without a rival is not, nor is any of a dataset
 * whose rows were not trained equally.
 */
final class BestMarks {
  private final Map<List<String>, List<Double>> rivals = new HashMap<>();

  BestMarks(Rows rows) {
    for (SeedGroup group : rows.groups()) {
      if (SingleTask.isReference(group) || !rows.equalTraining().holds(group.cell().dataset())) {
        continue;
      }
      group
          .summary(Measures::meanAccuracy)
          .ifPresent(
              accuracy -> {
                add(dataset(group), accuracy.mean());
                add(architecture(group), accuracy.mean());
              });
    }
  }

  /** What the row stands out for. */
  Style of(SeedGroup group) {
    if (isBest(group, dataset(group))) {
      return Style.BEST_OF_DATASET;
    }
    return isBest(group, architecture(group)) ? Style.BEST_OF_ARCHITECTURE : Style.PLAIN;
  }

  private boolean isBest(SeedGroup group, List<String> among) {
    List<Double> all = rivals.getOrDefault(among, List.of());
    return all.size() > 1
        && !SingleTask.isReference(group)
        && group
            .summary(Measures::meanAccuracy)
            .filter(own -> all.stream().allMatch(other -> other <= own.mean()))
            .isPresent();
  }

  private void add(List<String> among, double accuracy) {
    rivals.computeIfAbsent(among, ignored -> new ArrayList<>()).add(accuracy);
  }

  private static List<String> dataset(SeedGroup group) {
    return List.of(group.cell().dataset());
  }

  private static List<String> architecture(SeedGroup group) {
    return List.of(group.cell().dataset(), group.cell().architecture());
  }
}
