package org.mtlbench.engine.plan;

import java.util.List;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.results.score.TaskRecord;

/**
 * A dataset of a plan.
 *
 * @param choice its id and effective config
 * @param tasks its tasks with their metrics
 * @param synthetic whether its examples are made by the program
 */
public record PlannedDataset(PluginChoice choice, List<TaskRecord> tasks, boolean synthetic) {
  public PlannedDataset {
    tasks = List.copyOf(tasks);
  }
}
