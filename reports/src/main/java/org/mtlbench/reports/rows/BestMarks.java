package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.run.SeedGroup;

/**
 * Marks the best multi-task rows by headline, per dataset and per dataset and architecture. Ties
 * are all marked. A row without a competitor is not marked, nor is any row of a dataset whose rows
 * were not trained equally.
 */
public final class BestMarks {
  private final Map<List<String>, List<Double>> rivals = new HashMap<>();

  private final Rows rows;

  /** Finds the best rows of a run. */
  public BestMarks(Rows rows) {
    this.rows = rows;
    for (SeedGroup group : rows.groups()) {
      if (group.isSingleTask() || !rows.equalTraining().isComparable(group.cell().dataset())) {
        continue;
      }
      value(group)
          .ifPresent(
              value -> {
                add(dataset(group), value);
                add(architecture(group), value);
              });
    }
  }

  /** The style of a row. */
  public Style of(SeedGroup group) {
    if (isBest(group, dataset(group))) {
      return Style.BEST_OF_DATASET;
    }
    return isBest(group, architecture(group)) ? Style.BEST_OF_ARCHITECTURE : Style.PLAIN;
  }

  private boolean isBest(SeedGroup group, List<String> among) {
    List<Double> all = rivals.getOrDefault(among, List.of());
    return all.size() > 1
        && !group.isSingleTask()
        && value(group).filter(own -> all.stream().allMatch(other -> other <= own)).isPresent();
  }

  /** The headline, negated if lower is better. */
  private Optional<Double> value(SeedGroup group) {
    return rows.headline(group).map(summary -> rows.headlineOf(group).sign() * summary.mean());
  }

  private void add(List<String> among, double value) {
    rivals.computeIfAbsent(among, ignored -> new ArrayList<>()).add(value);
  }

  private static List<String> dataset(SeedGroup group) {
    return List.of(group.cell().dataset());
  }

  private static List<String> architecture(SeedGroup group) {
    return List.of(group.cell().dataset(), group.cell().architecture());
  }
}
